/**
 * Returns the part of a URL that stands for a name: of a post's file, a tag, a series.
 * NFC, lower case, white space to `-`, `#` to `sharp`; letters, digits and marks of any
 * script and `. _ - +` are kept, the rest is dropped. Empty where nothing is left, or
 * nothing but dots, which would name a folder above.
 */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('#', 'sharp')
    // Marks without a look of their own: they say how the sign before them is drawn.
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}._+\s-]/gu, '')
    .trim()
    .replace(/[\s-]*\s[\s-]*/g, '-');
  return /^\.*$/.test(slug) ? '' : slug;
}
