import { permalink, postFolder, postSlug } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import type { PostDate } from './dates.ts';
import type { CollectionName } from './content-file.ts';

interface Entry {
  collection: CollectionName;
  id: string;
  data: unknown;
}

/** Returns the path of the page of an entry, without the base path; for an author, of the list. */
export function contentUrl(
  { collection, id, data }: Entry,
  { permalink: pattern }: { permalink: string },
): string {
  if (collection === 'pages') return paths.page(id);
  if (collection === 'authors') return paths.author(id);
  const { slug, date } = data as { slug?: string | undefined; date: PostDate };
  return permalink(pattern, {
    slug: postSlug(id, slug),
    day: date.day,
    folder: postFolder(id),
  });
}
