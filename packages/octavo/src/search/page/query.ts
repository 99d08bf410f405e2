import { segmented } from '../../words/words.ts';

/** Characters that the index has not; quotation marks are Pagefind's, around an exact phrase. */
const NOT_INDEXED = /[^\p{Alphabetic}\p{M}\p{N}\p{Pc}\p{P}\s"+#]/gu;

/**
 * Returns a query in the form of the index: segmented like the text, and without the characters
 * that Pagefind keeps in a query but not in an index (`$PATH`, `a=b`).
 */
export function preparedQuery(query: string): string {
  return segmented(query).replace(NOT_INDEXED, '').replace(/\s+/g, ' ').trim();
}
