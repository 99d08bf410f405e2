import { searchWords, type SearchWord } from '../../words/search-words.ts';

/** A word of a query. */
export interface QueryWord {
  start: number;
  end: number;
  /** As the query has it. */
  written: string;
  /** As the index has it; empty for a run of characters without spaces. */
  term: string;
  /** The words of a name, or the pairs of characters of a run. */
  parts: readonly string[];
  /** How many of the parts an entry must have. */
  needed: number;
}

/**
 * Japanese is split where the script changes: `分散システムの基礎` is `分散`, `システム` and `基礎`.
 * Hiragana alone is grammar, except for one after a kanji, which ends a verb.
 */
const SEGMENT =
  /\p{sc=Han}(?!\p{sc=Han})\p{sc=Hira}|[\p{sc=Han}々]+|[\p{sc=Kana}ー]+|[\p{sc=Hira}ー]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;
const HIRAGANA = /^[\p{sc=Hira}ー]+$/u;

/** A run of more pairs is probably several words: an entry needs this share of the pairs. */
const [MOST_PAIRS, SHARE] = [2, 0.6];

/** Returns the words of a query. */
export function queryWords(query: string): QueryWord[] {
  return searchWords(query).flatMap((word) =>
    word.term === '' ? segmentsOf(query, word) : wordOf(query, word),
  );
}

function wordOf(query: string, { start, end, term, parts }: SearchWord): QueryWord {
  const names = parts.map((part) => part.term);
  const written = query.slice(start, end);
  return { start, end, written, term, parts: names, needed: names.length };
}

function segmentsOf(query: string, { start, end }: SearchWord): QueryWord[] {
  const segments = [...query.slice(start, end).normalize('NFKC').matchAll(SEGMENT)];
  const others = segments.filter(([segment]) => !HIRAGANA.test(segment));
  return (others.length > 0 ? others : segments).flatMap(({ 0: segment, index }) =>
    searchWords(segment).map((word) => {
      const parts = word.parts.map(({ term }) => term);
      const needed = parts.length > MOST_PAIRS ? Math.ceil(SHARE * parts.length) : parts.length;
      const from = start + index + word.start;
      const span = { start: from, end: start + index + word.end, written: segment };
      return { ...span, term: word.term, parts, needed };
    }),
  );
}
