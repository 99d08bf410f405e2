import type { PostData, SourceFile } from '../content/content-file.ts';
import { pathKey } from '../addresses/path-key.ts';
import { isPublished } from '../content/published.ts';

/** Returns the file of each URL of a published post or page, aliases included, by `pathKey`. */
export function publishedUrls(
  sources: readonly SourceFile[],
  now: number,
): Map<string, SourceFile> {
  const owners = new Map<string, SourceFile>();
  const published = sources.filter((source) => hasUrl(source, now));
  const add = (path: string, source: SourceFile) => {
    const key = pathKey(path);
    if (!owners.has(key)) owners.set(key, source);
  };
  for (const source of published) add(source.file!.url, source);
  for (const source of published)
    for (const alias of (source.file!.data as PostData).aliases) add(alias, source);
  return owners;
}

/** True for a published post or page with valid front matter. */
export function hasUrl({ collection, file }: SourceFile, now: number): boolean {
  return collection !== 'authors' && file !== undefined && isPublished(file.data as PostData, now);
}
