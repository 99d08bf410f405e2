import { slugify } from 'octavo/internal/addresses/slug';

/** Returns tags as Octavo has them: each slug once, without those that have none. */
export function tagsNamed(names: readonly string[]): string[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugify(name);
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, name.replace(/\s+/g, ' ').trim());
  }
  return [...bySlug.values()];
}
