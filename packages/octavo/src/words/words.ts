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
const CJK_RUN = new RegExp(`${CJK}+`, 'gu');
const SOUTHEAST_ASIAN_RUN = new RegExp(`(?=[${SOUTHEAST_ASIAN}])\\p{L}[${SOUTHEAST_ASIAN}]*`, 'gu');

/** Passes over most texts of other scripts at once. */
const MAY_BE_UNSPACED = /[^\0-\u02af\u2010-\u2027]/;

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
  const { runs, rest } = splitCjk(text);
  const words = rest.match(/\S+/g) ?? [];
  if (runs.length === 0) return { words: words.length, characters: 0 };
  // Beside such characters, a run without a letter is their punctuation.
  const spelled = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { words: spelled.length, characters: [...runs.join('')].length };
}

/**
 * Returns the whole minutes that a text takes: 213 words or 500 Chinese, Japanese or Korean
 * characters each, rounded up, at least one. 213 is Hugo's figure (resources/page, ReadingTime).
 */
export function readingMinutes({ words, characters }: WordCount): number {
  return Math.max(1, Math.ceil(words / 213 + characters / 500));
}

/**
 * Returns the runs of Chinese, Japanese and Korean characters, and the rest of a text, with spaces
 * between the words of Thai, Lao, Khmer and Burmese.
 */
export function splitCjk(text: string): { runs: string[]; rest: string } {
  if (!MAY_BE_UNSPACED.test(text)) return { runs: [], rest: text };
  const spaced = text.replace(SOUTHEAST_ASIAN_RUN, (run) => segmentsOf(run).join(' '));
  return { runs: spaced.match(CJK_RUN) ?? [], rest: spaced.replace(CJK_RUN, ' ') };
}

/** Returns a text with zero-width spaces between the phrases of scripts without spaces. */
export function withPhraseBreaks(text: string): string {
  return text
    .replace(UNSPACED_RUN, (run) => segmentsOf(run).join(PHRASE_BREAK))
    .replace(WITHIN_PHRASE, '')
    .replace(BEFORE_LATIN, PHRASE_BREAK);
}

const PHRASE_BREAK = '\u200b';
/** Before a particle, beside a word of one character, and in a Katakana word. */
const WITHIN_PHRASE =
  /\u200b(?=\p{sc=Hiragana}|.(?:\u200b|$))|(?<=^.|\p{scx=Katakana}(?=.\p{scx=Katakana}))\u200b/gu;
const BEFORE_LATIN = new RegExp(`(?<=${UNSPACED})(?=[A-Za-z0-9])`, 'gu');

/** Made when a text needs it: its dictionary takes 15 ms to load. */
let segmenter: Intl.Segmenter | undefined;

function segmentsOf(run: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}
