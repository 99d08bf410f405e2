import { expect, test, vi } from 'vitest';
import { memoized } from '../../src/build/memoized.ts';

test('what belongs to a text is worked out once', () => {
  const work = vi.fn((text: string) => text.length);
  const lengthOf = memoized(work);
  expect(['a', 'a', 'bb', 'a'].map(lengthOf)).toEqual([1, 1, 2, 1]);
  expect(work).toHaveBeenCalledTimes(2);
});

test('too many texts are forgotten, and worked out again', () => {
  const work = vi.fn((text: string) => text.length);
  const lengthOf = memoized(work);
  for (let index = 0; index <= 1000; index++) lengthOf(`text ${index}`);
  expect(lengthOf('text 0')).toBe(6);
  expect(work).toHaveBeenCalledTimes(1002);
});
