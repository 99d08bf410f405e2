import { stripVTControlCharacters } from 'node:util';

/** A control character besides tab and line feed, a lone surrogate, or one that XML forbids. */
export const CONTROL_CHARACTER = /[[\p{Cc}\p{Cs}\uFFFE\uFFFF]--[\t\n]]/gv;

/** Removes control characters, and the escape sequences that color the output of a terminal. */
export function withoutControlCharacters(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROL_CHARACTER, '');
}

/** Returns the names of the control characters in a text: `U+001B, U+0007`. */
export function controlCharactersIn(text: string): string {
  const codes = [...text.matchAll(CONTROL_CHARACTER)].map(([character]) =>
    character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0'),
  );
  return [...new Set(codes)].map((code) => `U+${code}`).join(', ');
}
