import { slugify } from '../addresses/slug.ts';

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
