import { foldLetters } from '../../words/search-words.ts';
import type { IndexReader } from './index-reader.ts';

/** Text between quotation marks of a query. */
const PHRASE = /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]/gu;
/** Maximum number of chunks whose text is fetched for a phrase. */
const MOST_CHECKED = 8;

/** Returns those of the best chunks that have all phrases of a query. */
export async function withPhrases(
  chunks: readonly number[],
  query: string,
  reader: IndexReader,
): Promise<readonly number[]> {
  const phrases = [...query.matchAll(PHRASE)].map(([, phrase]) => comparable(phrase!));
  if (phrases.length === 0) return chunks;
  const checked = chunks.slice(0, MOST_CHECKED).map(async (chunk) => {
    const { title } = reader.entries[reader.chunks[chunk]!]!;
    const text = comparable([title, ...(await reader.sections(chunk)).flat(2)].join('\n'));
    return phrases.every((phrase) => text.includes(phrase)) ? [chunk] : [];
  });
  return (await Promise.all(checked)).flat();
}

/** Returns a text with a space on each side of its words, except in scripts without spaces. */
function comparable(text: string): string {
  const words = foldLetters(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).replace(
    /[^\p{L}\p{M}\p{N}]+/gu,
    ' ',
  );
  return ` ${words} `.replace(
    / (?=\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|$)|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]) /gu,
    '',
  );
}
