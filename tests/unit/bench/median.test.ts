import { describe, expect, test } from 'vitest';
import { median, medianRatio } from '../../bench/median.ts';

describe('the median', () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  test('of nothing is a mistake', () => {
    expect(() => median([])).toThrow('no median');
  });
});

test('ratios are those of one round: a slow one counts for both sides', () => {
  expect(medianRatio([2, 40, 4], [1, 10, 2])).toBe(2);
});
