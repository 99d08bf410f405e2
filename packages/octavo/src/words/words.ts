/** Characters that are read one by one: Han, kana, Hangul, Bopomofo, and what is only used with them. */
const CJK =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]&&[\p{L}\p{N}]]/gv;

/** Signs that are none of these, and most that a text of others has. */
const MAY_BE_CJK = /[^\0-\u02af\u2010-\u2027]/;

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
  const characters = MAY_BE_CJK.test(text) ? (text.match(CJK)?.length ?? 0) : 0;
  if (characters === 0) return { words: countRuns(text), characters };
  // Beside such characters, signs without a letter are their punctuation, and no words.
  const rest = text.replace(CJK, ' ').match(/\S+/g) ?? [];
  return { words: rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length, characters };
}

/** Returns the number of runs between white space. */
function countRuns(text: string): number {
  let count = 0;
  let isWithin = false;
  for (let index = 0; index < text.length; index++) {
    const isSpace = isWhiteSpace(text.charCodeAt(index));
    if (!isSpace && !isWithin) count += 1;
    isWithin = !isSpace;
  }
  return count;
}

function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return /\s/.test(String.fromCharCode(code));
}

/**
 * Returns the whole minutes that a text takes: 213 words or 500 Chinese, Japanese or Korean
 * characters each, rounded up, at least one. 213 is Hugo's figure (resources/page, ReadingTime).
 */
export function readingMinutes({ words, characters }: WordCount): number {
  return Math.max(1, Math.ceil(words / 213 + characters / 500));
}
