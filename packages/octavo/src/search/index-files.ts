// The files of the search index, which the build writes and the search page reads.

/** `index.json`: what every query needs. */
export interface IndexFile {
  /** A digest of the index; part of the URLs of its other files, which browsers may cache. */
  version: string;
  /** Pages, then posts by date, the oldest first. */
  entries: IndexEntry[];
  /** The number of the entry of each chunk: long texts are in several chunks. */
  chunks: number[];
  /** The number of the first chunk of each file of texts. */
  texts: number[];
  /** The first term of each file of terms; terms are sorted by code units. */
  shards: string[];
  /** Terms in so many chunks that the index has only the chunks about them. */
  common: string[];
  /** Endings of words, with those of their stems: `ing` and an empty one, `y` and `i`. */
  endings: [ending: string, ofStem: string][];
}

export interface IndexEntry {
  url: string;
  title: string;
  /** The date, the minutes and the series of a post; absent for a page. */
  byline?: string;
  /** The values for each filter: `{ tag: ['Go'], year: ['2024'] }`. */
  filters: Record<string, readonly string[]>;
}

/**
 * A term in `terms-0.json` and so on: the term, its stem (or the stem's length, if the term begins with
 * it), and for each chunk with the term the difference to the number before, and its weight: how much
 * the chunk is about the term. A chunk may be there twice.
 */
export type PackedTerm = [term: string, stem: string | number, ...chunksAndWeights: number[]];
