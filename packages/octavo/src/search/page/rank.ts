import { searchWords, type SearchWord } from '../../words/search-words.ts';
import type { IndexEntry } from '../index-files.ts';
import { rarityOf, type WordMatch } from './match-words.ts';
import type { QueryWord } from './query-words.ts';

/** Minimum share of the query, by the rarity of its words, that a result must have. */
const LEAST = 0.38;
/** A word that no entry has counts like one of so many entries; with fewer letters than this, less. */
const [UNKNOWN, LONG] = [2, 5];
/** The factor, added to 1, for an entry whose title is the query. */
const TITLE = 3;

/** Returns the entries that match, best first: those with all words, then with most; of equal ones the newest. */
export function rank(
  matches: readonly WordMatch[],
  words: readonly QueryWord[],
  entries: readonly IndexEntry[],
): number[] {
  const unknown = rarityOf(UNKNOWN, entries.length);
  const all = sum(matches, ({ weights, rarity, word }) =>
    weights.size > 0 ? rarity : unknown * Math.min(1, word.written.length / LONG),
  );
  const terms = words.map(
    ({ term, start }) => matches.find(({ word }) => word.start === start)?.terms ?? new Set([term]),
  );
  const scored = [...new Set(matches.flatMap(({ weights }) => [...weights.keys()]))].map(
    (entry) => {
      const found = matches.filter(({ weights }) => weights.has(entry));
      const share = sum(found, ({ rarity, quality }) => rarity * quality) / all;
      const score = sum(found, ({ rarity, weights }) => rarity * weights.get(entry)!);
      const title = 1 + TITLE * titleShare(entries[entry]!.title, terms);
      return { entry, share, score: score * share ** 2 * title };
    },
  );
  return scored
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.score - a.score || b.entry - a.entry)
    .map(({ entry }) => entry);
}

/** Returns how much a title and a query have in common, up to 1. */
function titleShare(title: string, query: readonly ReadonlySet<string>[]): number {
  const words = searchWords(title).map(termsOf);
  const isHit = (word: readonly string[], terms: ReadonlySet<string>) =>
    word.some((term) => terms.has(term));
  const found = query.filter((terms) => words.some((word) => isHit(word, terms)));
  const hits = words.filter((word) => query.some((terms) => isHit(word, terms)));
  return (found.length / query.length) * (hits.length / (words.length || 1));
}

function termsOf({ term, parts }: SearchWord): string[] {
  return [term, ...parts.flatMap(termsOf)];
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
