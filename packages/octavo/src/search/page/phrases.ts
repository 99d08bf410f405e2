import { foldLetters } from '../../words/search-words.ts';
import type { IndexReader } from './index-reader.ts';

/** Text between quotation marks of a query. */
const PHRASE = /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]/gu;
/** Maximum number of texts that are fetched for a phrase. */
const MOST_CHECKED = 12;

/** Returns the phrases of a query, as they are compared. */
export function phrasesOf(query: string): string[] {
  return [...query.matchAll(PHRASE)].map(([, phrase]) => comparable(phrase!));
}

/** Returns those of the best entries that have all phrases. */
export async function withPhrases(
  entries: readonly number[],
  phrases: readonly string[],
  reader: IndexReader,
): Promise<readonly number[]> {
  if (phrases.length === 0) return entries;
  const checked = await Promise.all(
    entries.slice(0, MOST_CHECKED).map(async (entry) => {
      const text = await reader.sections(entry);
      const all = comparable([reader.index.entries[entry]!.title, ...text.flat(2)].join('\n'));
      return phrases.every((phrase) => all.includes(phrase)) ? [entry] : [];
    }),
  );
  return checked.flat();
}

/** Returns a text with a space on each side of its words, except in scripts without spaces. */
export function comparable(text: string): string {
  const words = foldLetters(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).replace(
    /[^\p{L}\p{M}\p{N}]+/gu,
    ' ',
  );
  return ` ${words} `.replace(
    / (?=\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|$)|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]) /gu,
    '',
  );
}
