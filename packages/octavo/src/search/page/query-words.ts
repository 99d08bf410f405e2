import { searchWords } from '../../words/search-words.ts';

/** A word of a query. */
export interface QueryWord {
  /** As the query has it. */
  written: string;
  /** As the index has it; empty for a run of characters without spaces. */
  term: string;
  /** The words of a name, or the pairs of characters of a run. */
  parts: readonly string[];
}

/**
 * Japanese is split where the script changes: `分散システムの基礎` is `分散`, `システム` and `基礎`.
 * Hiragana next to another script is grammar, except for one after a single kanji, which ends a verb.
 */
const JAPANESE =
  /(\p{sc=Han}(?!\p{sc=Han})\p{sc=Hira}|[\p{sc=Han}々]+|[\p{sc=Kana}ー]+)|(?<=[^\s\p{sc=Hira}ー])[\p{sc=Hira}ー]+|[\p{sc=Hira}ー]+(?=[^\s\p{sc=Hira}ー])/gu;

/** Returns the words of a query. */
export function queryWords(query: string): QueryWord[] {
  const text = query.normalize('NFKC').replace(JAPANESE, (_, word = '') => `${word} `);
  return searchWords(text).map(({ start, end, term, parts }) => ({
    ...{ written: text.slice(start, end), term, parts: parts.map((part) => part.term) },
  }));
}
