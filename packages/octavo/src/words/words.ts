/** Scripts whose characters are read one by one; Korean, of these, has spaces between words. */
const CHINESE_JAPANESE = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}';
const KOREAN = '\\p{scx=Hangul}';
/** Scripts without spaces between words, in which a word is several characters. */
const SOUTHEAST_ASIAN = '\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';

/** A letter, mark or digit of a script without spaces between words. */
export const UNSPACED = `(?:(?=[${CHINESE_JAPANESE}${SOUTHEAST_ASIAN}])[\\p{L}\\p{M}\\p{N}])`;
/** A Chinese, Japanese or Korean letter or digit. */
const CJK = `(?:(?=[${CHINESE_JAPANESE}${KOREAN}])[\\p{L}\\p{N}])`;

const UNSPACED_RUN = new RegExp(`${UNSPACED}+`, 'gu');
// The search page needs the first of these alone.
const CJK_CHARACTER = /* @__PURE__ */ new RegExp(CJK, 'gu');
const CJK_RUN = /* @__PURE__ */ new RegExp(`${CJK}+`, 'gu');
const SOUTHEAST_ASIAN_RUN = /* @__PURE__ */ new RegExp(
  `(?=[${SOUTHEAST_ASIAN}])\\p{L}[${SOUTHEAST_ASIAN}]*`,
  'gu',
);

/** Passes over most texts of other scripts at once. */
const MAY_BE_UNSPACED = /[^\0-\u02af\u2010-\u2027]/;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export interface WordCount {
  /** Runs of characters between white space, and the words of Thai, Lao, Khmer and Burmese. */
  words: number;
  /** Chinese, Japanese and Korean characters, without their punctuation. */
  characters: number;
}

/**
 * Counts the words of a plain text as Hugo's WordCount does: runs of non-space, Chinese, Japanese
 * and Korean by character.
 */
export function countWords(text: string): WordCount {
  if (!MAY_BE_UNSPACED.test(text)) return { words: countRuns(text), characters: 0 };
  const characters = text.match(CJK_CHARACTER)?.length ?? 0;
  const spaced = spaceWords(text);
  if (characters === 0) return { words: countRuns(spaced), characters };
  // Beside such characters, a run without a letter is their punctuation.
  const runs = spaced.replace(CJK_CHARACTER, ' ').match(/\S+/g) ?? [];
  return { words: runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length, characters };
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

/** Puts spaces between the words of Thai, Lao, Khmer and Burmese. */
export function spaceWords(text: string): string {
  if (!MAY_BE_UNSPACED.test(text)) return text;
  return text.replace(SOUTHEAST_ASIAN_RUN, (run) => segmentsOf(run).join(' '));
}

/** Returns the runs of Chinese, Japanese and Korean characters, and what is beside them. */
export function splitCjk(text: string): { runs: string[]; rest: string } {
  const runs = MAY_BE_UNSPACED.test(text) ? (text.match(CJK_RUN) ?? []) : [];
  return { runs, rest: runs.length === 0 ? text : text.replace(CJK_RUN, ' ') };
}

/** Separates two words where the text has no space: a word joiner, then a space. */
const BOUNDARY = '\u2060 ';

/**
 * Returns a text whose words are separated by white space in every script, for the search index
 * and for queries, which must be cut alike; `joined` removes the boundaries again.
 */
export function segmented(text: string): string {
  return text.replace(UNSPACED_RUN, (run) => segmentsOf(run).join(BOUNDARY));
}

/** Returns a text as it was before `segmented`, also with marks around words. */
export function joined(text: string): string {
  return text.replace(/\u2060((?:<\/?mark>)*)(?: |$)/g, '$1');
}

function segmentsOf(run: string): string[] {
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}
