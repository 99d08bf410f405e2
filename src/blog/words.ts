/** Characters that make up words by themselves: Han, kana, Hangul syllables, Bopomofo. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;
const CJK_PUNCTUATION = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/g;

export interface WordCount {
  /** Runs of characters between white space, Chinese, Japanese and Korean apart. */
  words: number;
  /** Chinese, Japanese and Korean characters, without their punctuation. */
  characters: number;
}

/**
 * Returns how much there is to read in a plain text. Words are runs of non-space, as in
 * Hugo's WordCount; Chinese, Japanese and Korean are counted by character.
 */
export function countWords(text: string): WordCount {
  const characters = text.match(CJK)?.length ?? 0;
  const rest = characters === 0 ? text : text.replace(CJK, ' ').replace(CJK_PUNCTUATION, ' ');
  return { words: rest.match(/\S+/g)?.length ?? 0, characters };
}

/**
 * Returns the whole minutes that a text takes: 213 words or 500 Chinese, Japanese or Korean
 * characters each, rounded up, at least one. 213 is Hugo's figure (resources/page, ReadingTime).
 */
export function readingMinutes({ words, characters }: WordCount): number {
  return Math.max(1, Math.ceil(words / 213 + characters / 500));
}
