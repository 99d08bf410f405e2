import type { FoundPage } from 'virtual:pagefind';
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

/**
 * Returns whether a page has a word of a query, be it in another form. Where no word begins as
 * one of the query does, Pagefind takes the longest that the one of the query begins with: `an`
 * for `ansible`.
 */
export function isTrueMatch({ content, locations, meta }: FoundPage, query: string): boolean {
  const words = content.split(/\s+/);
  const found = locations.map((location) => words[location] ?? '');
  const facts = Object.values(meta).flatMap((value) => value.split(/\s+/));
  const known = [...found, ...facts].map(plain).filter((word) => word !== '');
  const terms = preparedQuery(query).split(' ').map(plain);
  return terms.some((term) => known.some((word) => isForm(word, term)));
}

/** True for a word that has the first half (two letters at least) of another in it (`net/http` of `http`), or is the end of it. */
function isForm(word: string, term: string): boolean {
  const half = Math.max(2, Math.ceil(term.length / 2));
  return word.includes(term.slice(0, half)) || (word.length >= half && term.includes(word));
}

function plain(word: string): string {
  const letters = word.normalize('NFD').replace(/[^\p{Alphabetic}\p{N}\p{Pc}+#]|\p{M}/gu, '');
  return letters.toLowerCase();
}
