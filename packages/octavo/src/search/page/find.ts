import { countsOf, passes } from './filters.ts';
import { openIndex, type IndexReader, type ReadFile } from './index-reader.ts';
import { hitsIn, marked } from './marks.ts';
import { matchWord, nearWords, type WordMatch } from './match-words.ts';
import { passagesOf } from './passages.ts';
import { withPhrases } from './phrases.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { rank } from './rank.ts';

export type Found = Awaited<ReturnType<typeof find>>;
export type Result = Found['results'][number];

/** Maximum number of words of a query; others are left out. */
const MOST_WORDS = 8;

/** Opens the search of an index; `read` fetches and parses one of its files. */
export async function openSearch(read: ReadFile) {
  const reader = await openIndex(read);
  return {
    entries: reader.entries,
    /** Finds entries by the parameters of a URL: `q`, and the filters. */
    find: (query: URLSearchParams) => find(query, reader),
  };
}

async function find(query: URLSearchParams, reader: IndexReader) {
  const text = query.get('q') ?? '';
  const words = queryWords(text).slice(0, MOST_WORDS);
  const isCommon = ({ term }: QueryWord) => reader.common.includes(term);
  const all = await Promise.all(
    words.map((word) =>
      isCommon(word) && !words.every(isCommon) ? passedOver(word) : matchWord(word, reader),
    ),
  );
  const matches = all.filter(({ rarity }) => rarity > 0);
  const ranking = words.length > 0 ? rank(all, reader) : newestFirst(reader);
  const chunks = await withPhrases(ranking, text, reader);
  const found = [...Map.groupBy(chunks, (chunk) => reader.chunks[chunk]!)].map(
    ([entry, [chunk]]) => ({ ...reader.entries[entry]!, chunk: chunk! }),
  );
  const results = found.filter((entry) => passes(entry, query));
  const corrected = matches.reduce(
    (query, { word: { written }, correction = written }) => query.replace(written, correction),
    text,
  );
  const unknown = found.length > 0 ? [] : matches.filter(({ weights }) => weights.size === 0);
  const nearest = unknown.map(({ word }) =>
    nearWords(word, Math.ceil(word.term.length / 3), reader),
  );
  return {
    /** Best first; newest first for a query without words. */
    results: results.map((entry) => ({
      ...entry,
      marked: marked(entry.title, hitsIn(entry.title, matches)),
      /** Fetches the best passages of the text. */
      passages: async () => passagesOf(await reader.sections(entry.chunk), matches),
    })),
    counts: countsOf(found, query),
    /** The query with its words corrected, if some were not found; else the nearest words, if nothing was found. */
    suggestions:
      corrected === text
        ? (await Promise.all(nearest)).flat().map(({ written }) => written)
        : [corrected],
    /** Words of the query that no result has. */
    missing: matches
      .filter(({ weights }) => !results.some(({ chunk }) => weights.has(chunk)))
      .map(({ word }) => word.written),
  };
}

/** Returns a common word as a match that only counts in titles. */
function passedOver(word: QueryWord): WordMatch {
  return { word, weights: new Map(), rarity: 0, quality: 1, terms: new Set([word.term]) };
}

/** Returns the first chunk of each post, the newest first. */
function newestFirst({ entries, chunks }: IndexReader): number[] {
  return [...chunks.keys()]
    .filter((chunk) => entries[chunks[chunk]!]!.byline !== undefined)
    .reverse();
}
