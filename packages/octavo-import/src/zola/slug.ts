import anyAscii from 'any-ascii';

/** How Zola writes a text in a path or an id. */
export type SlugMode = 'on' | 'safe' | 'off';

/** Returns a text as Zola writes it in a path or an id. */
export function zolaSlug(text: string, mode: SlugMode): string {
  if (mode === 'off') return text;
  return mode === 'safe' ? safe(text) : plain(text);
}

/** The crate slug: ASCII letters and digits in lower case, one hyphen for all between them. */
function plain(text: string): string {
  // Each ideograph is a word for the crate.
  const ascii = anyAscii(text.replace(/\p{Script=Han}/gu, (sign) => `${anyAscii(sign)} `));
  return ascii
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Signs that cannot stand in a path or a file name are removed, and white space becomes `_`. */
function safe(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, '_')
    .replace(/[<>:/|?*#()[\]{}"\\%]/g, '')
    .replace(/_+/g, '_')
    .replace(/^[._]+|[._]+$/g, '');
}
