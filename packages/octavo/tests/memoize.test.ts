import { expect, test } from 'vitest';
import { memoize } from '../src/memoize.ts';

test('memoize computes a result once for equal arguments', () => {
  const calls: unknown[] = [];
  const join = memoize((a: string, b: { c: string }) => {
    calls.push([a, b]);
    return a + b.c;
  });
  expect([join('a', { c: 'b' }), join('a', { c: 'b' }), join('ab', { c: '' })]).toEqual([
    ...['ab', 'ab', 'ab'],
  ]);
  expect(calls).toHaveLength(2);
});
