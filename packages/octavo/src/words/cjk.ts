/** Chinese and Japanese characters, with their punctuation and full-width forms, for a class of a pattern. */
export const CHINESE_JAPANESE =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\u3001-\\u303F\\uFE30-\\uFE4F\\uFF01-\\uFFEE';

/** A line break between two of them is no space: CSS Text 4, "Segment Break Transformation Rules". */
const LINE_BREAK = new RegExp(`(?<=[${CHINESE_JAPANESE}])\\n(?=[${CHINESE_JAPANESE}])`, 'gu');

/** Returns a text in one line. */
export function inOneLine(text: string): string {
  return text.replace(LINE_BREAK, '').replace(/\s+/g, ' ').trim();
}
