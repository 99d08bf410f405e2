/**
 * Returns the name of an author's file: NFC, lower case, letters and digits of any script, `-` for
 * all other characters between them.
 */
export function authorId(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words?.join('-') ?? 'author';
}
