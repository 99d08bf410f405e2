/** The text of an article for the search index, as strings: those of all articles are in memory. */
export interface SearchText {
  /** The counts of its words, as `packCounts` writes them. */
  words: string;
  /** The JSON of its sections. */
  sections: string;
}

/** A part of an article from one heading to the next; prose by sentence, code by line. */
export type SearchSection = [anchor: string, heading: string, prose: string[], code: string[]];
