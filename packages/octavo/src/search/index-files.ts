// The files of the search index, which the build writes and the search page reads.

/** `index.json`: what every query needs. */
export interface IndexFile {
  /** A digest of the index; part of the URLs of its other files, which browsers may cache. */
  version: string;
  /** Pages, then posts by date, the oldest first. */
  entries: IndexEntry[];
  /** The first term of each file of terms; terms are sorted by code units. */
  shards: string[];
  /** Terms in so many entries that the index has only the entries about them. */
  common: string[];
  /** Endings of words, with those of their stems: `ing` and an empty one, `y` and `i`. */
  endings: [ending: string, ofStem: string][];
}

export interface IndexEntry {
  url: string;
  title: string;
  language: string;
  tags: readonly string[];
  authors: readonly string[];
  /** Absent for pages, like the minutes and the series. */
  day?: string;
  minutes?: number;
  series?: string;
}

/** A term of the index. */
export interface Term {
  term: string;
  stem: string;
  /** How much each entry with the term is about it, by its number. */
  weights: Map<number, number>;
}

/**
 * A term in `terms-0.json` and so on: the term, its stem (or the stem's length, if the term begins with
 * it), and for each entry the difference to the number before, and the weight.
 */
export type PackedTerm = [term: string, stem: string | number, ...weights: number[]];

export function packTerm(
  { term, stem }: Pick<Term, 'term' | 'stem'>,
  entries: readonly number[],
  weights: readonly number[],
): PackedTerm {
  const pairs: number[] = [];
  for (const [index, entry] of entries.entries())
    pairs.push(entry - (entries[index - 1] ?? 0), Math.max(1, Math.round(weights[index]!)));
  return [term, term.startsWith(stem) ? stem.length : stem, ...pairs];
}

export function unpackTerm([term, stem, ...pairs]: PackedTerm): Term {
  const weights = new Map<number, number>();
  let entry = 0;
  for (let at = 0; at < pairs.length; at += 2) weights.set((entry += pairs[at]!), pairs[at + 1]!);
  return { term, stem: typeof stem === 'number' ? term.slice(0, stem) : stem, weights };
}
