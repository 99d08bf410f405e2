import { countsOf, passes } from './filters.ts';
import { openIndex, type IndexReader, type ReadFile } from './index-reader.ts';
import { hitsIn, marked } from './marks.ts';
import { matchWord, nearestWords, type WordMatch } from './match-words.ts';
import { passagesOf } from './passages.ts';
import { phrasesOf, withPhrases } from './phrases.ts';
import { queryWords } from './query-words.ts';
import { rank } from './rank.ts';
import type { Found, Query, Result, Search } from './search-types.ts';

export type * from './search-types.ts';

/** Opens the search of an index; `read` fetches and parses one of its files. */
export async function openSearch(read: ReadFile): Promise<Search> {
  const reader = await openIndex(read);
  return { find: (query) => find(query, reader) };
}

async function find({ text, filters }: Query, reader: IndexReader): Promise<Found> {
  const { entries, common } = reader.index;
  const all = queryWords(text);
  const rare = all.filter(({ term }) => !common.includes(term));
  const words = rare.length > 0 ? rare : all;
  const matches = await Promise.all(words.map((word) => matchWord(word, reader)));
  const ranking = words.length > 0 ? rank(matches, all, entries) : newestFirst(reader);
  const found = await withPhrases(ranking, phrasesOf(text), reader);
  const passing = found.filter((entry) => passes(entries[entry]!, filters));
  const didYouMean = corrected(text, matches);
  return {
    results: passing.map((entry) => resultOf(entry, matches, reader)),
    counts: countsOf(
      found.map((entry) => entries[entry]!),
      filters,
    ),
    ...(didYouMean !== text && { didYouMean }),
    missing: matches
      .filter(({ weights }) => !passing.some((entry) => weights.has(entry)))
      .map(({ word }) => word.written),
    nearest: found.length > 0 ? [] : await nearestWords(words, reader),
  };
}

/** Returns all posts, the newest first. */
function newestFirst({ index: { entries } }: IndexReader): number[] {
  return [...entries.keys()].filter((entry) => entries[entry]!.day !== undefined).reverse();
}

/** Returns a query with its misspelled words as the blog writes them. */
function corrected(text: string, matches: readonly WordMatch[]): string {
  return matches.reduceRight(
    (query, { word, correction = word.written }) =>
      query.slice(0, word.start) + correction + query.slice(word.end),
    text,
  );
}

function resultOf(entry: number, matches: readonly WordMatch[], reader: IndexReader): Result {
  const { url, title, day, minutes, series } = reader.index.entries[entry]!;
  return {
    ...{ url, title: marked(title, hitsIn(title, matches)), day, minutes, series },
    passages: async () => passagesOf(await reader.sections(entry), matches, url),
  };
}
