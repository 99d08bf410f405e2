import { countsOf, passes } from './filters.ts';
import { IndexReader, type ReadFile } from './index-reader.ts';
import { hitsIn, marked } from './marks.ts';
import { matchWord, nearestWords, type WordMatch } from './match-words.ts';
import { passagesOf } from './passages.ts';
import { withPhrases, phrasesOf } from './phrases.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { rank } from './rank.ts';
import type { Found, Query, Result, Search } from './search-types.ts';

export type * from './search-types.ts';

/** Opens the index of a language; `read` fetches and parses one of its files. */
export async function openSearch(read: ReadFile): Promise<Search> {
  const reader = await IndexReader.open(read);
  return { find: (query) => find(query, reader) };
}

async function find({ text, filters }: Query, reader: IndexReader): Promise<Found> {
  const words = wordsToFind(text, reader);
  const matches = await Promise.all(words.map((word) => matchWord(word, reader)));
  const ranking =
    words.length > 0 ? rank(matches, queryWords(text), reader.index) : newestFirst(reader);
  const found = await withPhrases(ranking, phrasesOf(text), reader);
  const entries = found.filter((entry) => passes(entry, filters, reader.index));
  const didYouMean = corrected(text, matches);
  return {
    results: entries.map((entry) => resultOf(entry, matches, reader)),
    counts: countsOf(found, filters, reader.index),
    ...(didYouMean !== text && { didYouMean }),
    missing: matches
      .filter(({ weights }) => !entries.some((entry) => weights.has(entry)))
      .map(({ word }) => word.written),
    nearest: found.length > 0 ? [] : await nearestWords(words, reader),
  };
}

/** Returns the words of a query, without those that are in most entries if there are others. */
function wordsToFind(text: string, { index }: IndexReader): QueryWord[] {
  const common = new Set(index.common.split(' '));
  const words = queryWords(text);
  const rare = words.filter(({ term }) => !common.has(term));
  return rare.length > 0 ? rare : words;
}

/** Returns all posts, the newest first. */
function newestFirst({ index: { entries } }: IndexReader): number[] {
  return [...entries.keys()].filter((entry) => entries[entry]![4] !== undefined).reverse();
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
  const [url, title, , , day, minutes, , series] = reader.index.entries[entry]!;
  return {
    ...{ url, title: marked(title, hitsIn(title, matches)) },
    ...(day !== undefined && { day, minutes }),
    ...(series !== undefined && { series: reader.index.series[series] }),
    passages: async () => passagesOf(await reader.text(entry), matches, url),
  };
}
