import { editDistance } from './edit-distance.ts';

/** Returns the nearest candidate by edit distance; `undefined` if none is near enough to suggest. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length * 0.45)) + 1;
  for (const candidate of candidates) {
    const distance = distanceOf(word, candidate, bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns `; did you mean x?` with the nearest candidate, or an empty string. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${found}?`;
}

/** Returns the only candidate within one edit, a letter, a swap or the case; else `undefined`. */
export function oneSlipFrom(word: string, candidates: Iterable<string>): string | undefined {
  const near = [...candidates].filter((candidate) => distanceOf(word, candidate, 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}

function distanceOf(word: string, candidate: string, most: number): number {
  return editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
}
