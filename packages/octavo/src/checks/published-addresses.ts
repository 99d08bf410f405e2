import type { PostData, SourceFile } from '../content/content-file.ts';
import { pathKey } from '../addresses/path-key.ts';
import { isPublished } from '../content/published.ts';

/** Returns the file of each URL of a published post or page, aliases included, by `pathKey`. */
export function publishedAddresses(
  sources: readonly SourceFile[],
  now: number,
): Map<string, SourceFile> {
  const owners = new Map<string, SourceFile>();
  const published = sources.filter((source) => hasAddress(source, now));
  const add = (path: string, reading: SourceFile) => {
    const key = pathKey(path);
    if (!owners.has(key)) owners.set(key, reading);
  };
  for (const reading of published) add(reading.file!.url, reading);
  for (const reading of published)
    for (const alias of (reading.file!.data as PostData).aliases) add(alias, reading);
  return owners;
}

/** True for a published post or page with valid front matter. */
export function hasAddress({ collection, file }: SourceFile, now: number): boolean {
  return collection !== 'authors' && file !== undefined && isPublished(file.data as PostData, now);
}
