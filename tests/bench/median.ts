/** Returns the middle one of the numbers, the mean of two where their count is even. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('there is no median of nothing');
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Returns the median of how many times a number is the one that was measured beside it. Ratios of
 * one round are taken first, so that a slow minute of the machine does not count for one side only.
 */
export function medianRatio(numbers: readonly number[], others: readonly number[]): number {
  return median(numbers.map((number, index) => number / others[index]!));
}
