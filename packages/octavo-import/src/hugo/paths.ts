/** How Hugo makes addresses of names, by the settings of the site. */
export interface PathRules {
  /** `disablePathToLower` */
  keepCase: boolean;
  /** `removePathAccents` */
  removeAccents: boolean;
}

/**
 * Returns a path as Hugo writes it: white space to `-`; letters, digits, marks of any script and
 * `. / \ _ # + ~ - @` kept, the rest dropped (helpers.PathSpec.UnicodeSanitize, MakePathSanitized).
 */
export function sanitize(path: string, rules: PathRules): string {
  const cleaned = hyphenate(path, rules.removeAccents ? withoutAccents : (text) => text);
  return rules.keepCase ? cleaned : cleaned.toLowerCase();
}

const ALLOWED = /^[\p{L}\p{Nd}\p{M}./\\_#+~\-@]$/u;

function hyphenate(path: string, prepare: (text: string) => string): string {
  const characters = [...prepare(path.trim())];
  let made = '';
  let wanted = false;
  let wasHyphen = false;
  characters.forEach((character, index) => {
    if (ALLOWED.test(character) || isEscape(characters, index)) {
      wasHyphen = character === '-';
      if (wanted && !wasHyphen) made += '-';
      wanted = false;
      made += character;
    } else if (made !== '' && !wasHyphen && /\s/.test(character)) {
      wanted = true;
    }
  });
  return made;
}

/** True for a `%` that begins an escape: `%20`. */
function isEscape(characters: readonly string[], index: number): boolean {
  const hex = (at: number) => /^[\da-f]$/i.test(characters[at] ?? '');
  return characters[index] === '%' && hex(index + 1) && hex(index + 2);
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
