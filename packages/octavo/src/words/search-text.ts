import type { SearchCount } from './search-counts.ts';

/**
 * The text of an article for the search index, with a line of JSON for each of its chunks. These are
 * strings since those of all articles are in memory.
 */
export interface SearchText {
  /** `SearchWords` of each chunk. */
  words: string;
  /** `SearchSection[]` of each chunk. */
  sections: string;
}

export type SearchWords = [text: SearchCount[], headings: SearchCount[]];

/** A part of an article from one heading to the next; prose by sentence, code by line. */
export type SearchSection = [anchor: string, heading: string, prose: string[], code: string[]];

/** What an entry without text has. */
export const NO_SEARCH_TEXT: SearchText = { words: '[[],[]]', sections: '[]' };
