/**
 * Returns the slug of the name of a post's file, a tag or a series: NFC, lower case, `-` for white
 * space, `sharp` for `#`, `dot` for dots at its start, since hosts do not serve hidden folders.
 * Letters, digits and marks of any script and `. _ - +` stay, all else is removed. Empty if nothing is
 * left, or only dots.
 */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('#', 'sharp')
    // Variation selectors only choose the glyph of the character before them.
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}._+\s-]/gu, '')
    .trim()
    .replace(/[\s-]*\s[\s-]*/g, '-');
  return /^\.*$/.test(slug) ? '' : slug.replace(/^\.+/, 'dot');
}

/** The name of a tag on a post. */
export interface TagName {
  slug: string;
  name: string;
}

/** Returns the tags of a post without duplicates, with the name that comes first. */
export function tagNames(names: readonly string[]): TagName[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugify(name);
    if (!bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug].map(([slug, name]) => ({ slug, name }));
}
