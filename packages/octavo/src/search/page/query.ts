import { segmented } from '../../words/words.ts';

/** What is not part of a word in the index; quotation marks are Pagefind's, around an exact phrase. */
const NOT_INDEXED = /[^\p{Alphabetic}\p{M}\p{N}\p{Pc}\p{P}\s"+#]/gu;

/**
 * Returns a query as its words stand in the index: cut as the text was, and without the signs
 * that Pagefind leaves in a query and out of an index (`$PATH`, `a=b`).
 */
export function preparedQuery(query: string): string {
  return segmented(query).replace(NOT_INDEXED, '').replace(/\s+/g, ' ').trim();
}
