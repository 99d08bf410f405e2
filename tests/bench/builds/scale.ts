type Range = readonly [from: number, to: number];

/** Returns where a value stands between two places, by its logarithm. */
export function logScale([from, to]: Range, [start, end]: Range): (value: number) => number {
  const width = Math.log(to / from);
  return (value) =>
    width === 0 ? (start + end) / 2 : start + (Math.log(value / from) / width) * (end - start);
}

/** Returns the round values of a range: 1, 2 and 5 of each power of ten, or the powers alone where these are many. */
export function ticks([from, to]: Range): number[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const steps = last - first > 3 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return powers
    .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(1))))
    .filter((value) => value >= from && value <= to);
}
