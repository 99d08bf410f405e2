import type { IndexReader } from './index-reader.ts';
import { hitsIn } from './marks.ts';
import type { WordMatch } from './match-words.ts';

/** Minimum share of the query, by the rarity of its words, that a result must have. */
const LEAST = 0.38;
/** The factor, added to 1, for an entry whose title is the query. */
const TITLE = 3;

/**
 * Returns the chunks that match, best first: those with all words, then with most; of equal ones those
 * of the newest entry.
 */
export function rank(matches: readonly WordMatch[], { entries, chunks }: IndexReader): number[] {
  const all = sum(matches, ({ rarity }) => rarity);
  const scored = [...new Set(matches.flatMap(({ weights }) => [...weights.keys()]))].map(
    (chunk) => {
      const found = matches.filter(({ weights }) => weights.has(chunk));
      const share = sum(found, ({ rarity, quality }) => rarity * quality) / all;
      const score = sum(found, ({ rarity, weights }) => rarity * weights.get(chunk)!);
      const title = 1 + TITLE * titleShare(entries[chunks[chunk]!]!.title, matches);
      return { chunk, share, score: score * share ** 2 * title };
    },
  );
  return scored
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.score - a.score || chunks[b.chunk]! - chunks[a.chunk]! || a.chunk - b.chunk)
    .map(({ chunk }) => chunk);
}

/** Returns how much a title and a query have in common, up to 1. */
function titleShare(title: string, matches: readonly WordMatch[]): number {
  const hits = hitsIn(title, matches);
  const words = new Set(hits.map(({ match }) => match)).size / matches.length;
  const letters = sum(hits, ({ start, end }) => end - start) / title.replace(/\P{L}/gu, '').length;
  return words * Math.min(1, letters);
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
