import { paths } from 'octavo/internal/addresses/urls';
import { slugify } from 'octavo/internal/addresses/slug';

/** Returns the path of the list of a tag or category; of all tags where its name has no slug. */
export function termPage(name: string): string {
  const slug = slugify(name);
  return slug === '' ? paths.tags : paths.tag(slug);
}
