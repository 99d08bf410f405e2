import { isEngineFile, isReserved } from '../addresses/engine-addresses.ts';
import { fileAt, foldersOf, pathKey } from '../addresses/path-key.ts';
import { paths } from '../addresses/urls.ts';
import type { PostData, SourceFile } from '../content/content-file.ts';
import { isPublished } from '../content/published.ts';
import { withoutLanguage } from '../settings/languages.ts';
import { alsoAtPaths, listsOf } from '../content/cross-checks.ts';
import type { WholeSite } from './check.ts';

/** Returns the file of each URL of a published post or page, aliases included, by `pathKey`. */
export function publishedUrls(sources: readonly SourceFile[], now: number) {
  const published = sources.filter((source) => hasUrl(source, now));
  const aliases = published.flatMap((source) =>
    (source.data as PostData).aliases.map((alias) => [pathKey(alias), source] as const),
  );
  const urls = published.map((source) => [pathKey(source.url!), source] as const);
  // The first of a path wins.
  return new Map([...urls, ...aliases].reverse());
}

/** True for a published post or page with valid front matter. */
export function hasUrl({ collection, data }: SourceFile, now: number): boolean {
  return collection !== 'authors' && data !== undefined && isPublished(data as PostData, now);
}

/**
 * Returns a function that finds what occupies a path in the form of `pathKey`, or prevents a page
 * there, besides pages of content: the engine's pages and files, feeds, the files of posts and
 * pages, files in `public/` and routes in `src/pages/`.
 */
export function findOccupant({ sources, settings, exists, ownRoute }: WholeSite) {
  const files = new Map<string, string>();
  for (const path of alsoAtPaths(settings, listsOf(sources)))
    files.set(pathKey(path), 'a feed (feeds.alsoAt in the settings)');
  // The first file of a path wins.
  for (const { url, path, collection } of sources.toReversed()) {
    if (url === undefined || collection === 'authors') continue;
    files.set(pathKey(paths.card(url)), `the social card of ${path}`);
    files.set(pathKey(paths.markdown(url)), `the Markdown of ${path}`);
  }
  return (key: string): string | undefined => {
    const parts = [...foldersOf(key), key];
    const inLanguage = (path: string) => withoutLanguage(path, settings);
    const isBuiltIn = isReserved(inLanguage(key), settings.permalink, settings);
    if (isBuiltIn || parts.map(inLanguage).some(isEngineFile)) return 'a built-in page';
    const file = parts.find((part) => files.has(part));
    if (file !== undefined) return files.get(file);
    const own = `public/${fileAt(key)}`;
    return exists(own) ? own : ownRoute(key)?.file;
  };
}
