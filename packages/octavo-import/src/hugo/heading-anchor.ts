/** Hugo's `autoIDType`. */
export type IdType = 'github' | 'github-ascii' | 'blackfriday';

/** Returns the id of a heading from its line of Markdown, as Hugo does (markup/goldmark/autoid.go). */
export function headingAnchor(line: string, type: IdType): string {
  return wordsOf(line, type) || 'heading';
}

function wordsOf(line: string, type: IdType): string {
  if (type === 'blackfriday') {
    const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('-').toLowerCase();
  }
  const isAscii = type === 'github-ascii';
  const text = isAscii
    ? line
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : line;
  return text
    .trim()
    .replace(isAscii ? /[^A-Za-z\d_ -]/g : /[^\p{L}\p{Nd}_ -]/gu, '')
    .replaceAll(' ', '-')
    .replace(/./gsu, lowerCase);
}

/** Go lowers each letter by itself: `İ` is `i`, and not two signs. */
function lowerCase(letter: string): string {
  const [lower = ''] = letter.toLowerCase();
  return lower;
}
