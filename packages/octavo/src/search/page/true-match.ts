import type { FoundPage } from 'virtual:pagefind';
import { preparedQuery } from './query.ts';

/**
 * Returns whether a page has a word of a query, be it in another form. Where no word begins as
 * one of the query does, Pagefind takes the longest that the one of the query begins with: `an`
 * for `ansible`.
 */
export function isTrueMatch({ content, locations, meta }: FoundPage, query: string): boolean {
  const words = content.split(/\s+/);
  const found = locations.map((location) => words[location] ?? '');
  const facts = Object.values(meta).flatMap((value) => value.split(/\s+/));
  const known = new Set([...found, ...facts].map(plain).filter((word) => word !== ''));
  const terms = preparedQuery(query).split(' ').map(plain);
  return terms.some((term) => [...known].some((word) => isForm(word, term)));
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
