import { slugify } from 'octavo/internal/addresses/slug';

/** Returns tags as Octavo has them, each slug once; `skip` is called for those without a slug. */
export function tagsNamed(
  names: readonly string[],
  skip: (name: string) => void = () => undefined,
): string[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugify(name);
    if (slug === '') skip(name);
    else if (!bySlug.has(slug)) bySlug.set(slug, name.replace(/\s+/g, ' ').trim());
  }
  return [...bySlug.values()];
}
