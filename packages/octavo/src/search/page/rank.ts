import { searchWords, type SearchWord } from '../../words/search-words.ts';
import type { IndexFile } from '../index-files.ts';
import { rarityOf, type WordMatch } from './match-words.ts';
import type { QueryWord } from './query-words.ts';

/** The share of a query that a result must have; rare words are a larger part of it. */
export const R = { least: 0.38, unknown: 2, power: 2, title: 3, tp: 1 };

/** Returns the entries that match best: those with all words, else with most. */
export function rank(
  matches: readonly WordMatch[],
  words: readonly QueryWord[],
  index: IndexFile,
): number[] {
  const all = matches.reduce((sum, match) => sum + importance(match, index.entries.length), 0);
  const entries = new Set(matches.flatMap(({ weights }) => [...weights.keys()]));
  const terms = words.map(
    ({ term, start }) => matches.find(({ word }) => word.start === start)?.terms ?? new Set([term]),
  );
  const scored = [...entries].map((entry) => {
    const found = matches.filter(({ weights }) => weights.has(entry));
    const share = found.reduce((sum, { rarity, quality }) => sum + rarity * quality, 0) / all;
    const score = found.reduce((sum, match) => sum + match.rarity * match.weights.get(entry)!, 0);
    const title = titleShare(index.entries[entry]![1], terms);
    return { entry, share, score: score * share ** R.power * (1 + R.title * title) };
  });
  return (
    scored
      .filter(({ share }) => share >= R.least)
      // Of equal ones the newest first.
      .sort((a, b) => b.score - a.score || b.entry - a.entry)
      .map(({ entry }) => entry)
  );
}

/** Returns how much a title and a query have in common, up to 1. */
function titleShare(title: string, query: readonly ReadonlySet<string>[]): number {
  const words = searchWords(title).map((word) => new Set(termsOf(word)));
  const found = query.filter((terms) =>
    words.some((word) => [...terms].some((term) => word.has(term))),
  );
  const named = words.filter((word) =>
    query.some((terms) => [...terms].some((term) => word.has(term))),
  );
  return (found.length / query.length) * (named.length / (words.length || 1)) ** R.tp;
}

function termsOf({ term, parts }: SearchWord): string[] {
  return [term, ...parts.flatMap(termsOf)];
}

/** Returns the rarity of a word; one that no entry has is like one that two have. */
function importance({ weights, rarity, word }: WordMatch, entries: number): number {
  if (weights.size > 0) return rarity;
  return rarityOf(R.unknown, entries) * Math.min(1, word.written.length / 5);
}
