/** A term of the index, while it is made. */
export interface CollectedTerm {
  term: string;
  stem: string;
  /** The numbers of the entries with the term, ascending, and how much each is about it. */
  entries: number[];
  weights: number[];
  /** The word as it is written, in lower case. */
  written: string;
  /** The language of its first entry. */
  language: string;
}

/** Adds the weight of a term in an entry, which is the last one or a later one. */
export function addWeight(
  { entries, weights }: CollectedTerm,
  entry: number,
  weight: number,
): void {
  if (entries.at(-1) === entry) weights[weights.length - 1]! += weight;
  else {
    entries.push(entry);
    weights.push(weight);
  }
}
