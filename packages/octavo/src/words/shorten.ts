import { inOneLine } from './cjk.ts';

/** What search engines show of a description, about. */
const LENGTH = 160;

/**
 * Returns a text in at most 160 characters, or another length, on one line: cut at the end of a word,
 * where one is near, so that it and an ellipsis fit.
 */
export function shortened(text: string, length = LENGTH): string {
  const characters = [...inOneLine(text)];
  if (characters.length <= length) return characters.join('');
  const start = characters.slice(0, length - 1).join('');
  // Scripts without spaces are cut where they are.
  const whole = characters[length - 1] === ' ' ? start : start.replace(/\s+\S{0,40}$/, '');
  return `${whole.replace(/[\s.,;:·]+$/, '')}…`;
}
