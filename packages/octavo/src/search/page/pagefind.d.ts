/** The part of Pagefind's module for browsers that the search uses; see search/index/search-index.ts. */
declare module 'virtual:pagefind' {
  /** How many pages there are for each value of each filter. */
  export type Counts = Partial<Record<string, Record<string, number>>>;

  /** A page that was found. */
  export interface FoundPage {
    url: string;
    /** Text with `<mark>`, and with `&lt;` and `&gt;` for `<` and `>`. */
    excerpt: string;
    /** The whole text, and which of its words were found, counted from 0. */
    content: string;
    locations: number[];
    /** As search/index/searchable-html.ts gave it. */
    meta: { title: string; tags?: string; when?: string };
    sub_results: FoundSection[];
  }

  export interface FoundSection {
    title: string;
    url: string;
    excerpt: string;
    /** The heading; absent above the first one. */
    anchor?: unknown;
    weighted_locations: { balanced_score: number }[];
  }

  export interface Result {
    data: () => Promise<FoundPage>;
  }

  interface Answer {
    results: Result[];
    /** For each value, how many of the results have it; empty before `filters` was called. */
    filters: Counts;
  }

  export function options(options: Record<string, unknown>): Promise<void>;
  export function init(): Promise<void>;
  export function filters(): Promise<Counts>;
  export function search(term: string | null, options: Record<string, unknown>): Promise<Answer>;
}
