/** A text, split at its hits. */
export type Marked = readonly { text: string; hit: boolean }[];

export interface Passage {
  text: Marked;
  isCode: boolean;
}

export interface Section {
  url: string;
  heading: Marked;
  passage?: Passage;
}

export interface Passages {
  /** The best passage above the first heading; the first sentence if no section has a hit. */
  passage?: Passage;
  /** Up to three sections with hits, in their order. */
  sections: readonly Section[];
}

export interface Result {
  url: string;
  title: Marked;
  /** `2024-01-06`; absent for a page. */
  day?: string | undefined;
  minutes?: number | undefined;
  series?: string | undefined;
  /** Fetches the text of the result. */
  passages(): Promise<Passages>;
}

export type FilterName = 'tag' | 'year' | 'series' | 'author' | 'language';

export interface Query {
  text: string;
  /** Values are compared without case. */
  filters: Partial<Record<FilterName, readonly string[]>>;
}

export interface Found {
  /** Best first; newest first for a query without words. */
  results: readonly Result[];
  /** How many results there would be with each value of a filter, the other filters as they are. */
  counts: Record<FilterName, Record<string, number>>;
  /** The query with its words corrected, if some were not found. */
  didYouMean?: string;
  /** Words of the query that no result has. */
  missing: readonly string[];
  /** The nearest words of the blog, if nothing was found. */
  nearest: readonly string[];
}

export interface Search {
  find(query: Query): Promise<Found>;
}
