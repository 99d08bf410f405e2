import anyAscii from 'any-ascii';

/** How Zola writes a text in a path or an id. */
export type SlugMode = 'on' | 'safe' | 'off';

/** Returns a text as Zola writes it in a path or an id. */
export function zolaSlug(text: string, mode: SlugMode): string {
  if (mode === 'off') return text;
  return mode === 'safe' ? safe(text) : plain(text);
}

/** Returns ASCII letters and digits in lower case, with a hyphen for everything else (the crate slug). */
function plain(text: string): string {
  // For the crate, each ideograph is a word.
  const ascii = anyAscii(
    text.replace(/\p{Script=Han}/gu, (character) => `${anyAscii(character)} `),
  );
  return ascii
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Removes characters that a path or a file name cannot have, and replaces white space by `_`. */
function safe(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, '_')
    .replace(/[<>:/|?*#()[\]{}"\\%]/g, '')
    .replace(/_+/g, '_')
    .replace(/^[._]+|[._]+$/g, '');
}
