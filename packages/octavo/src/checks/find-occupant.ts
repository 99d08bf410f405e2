import { alsoAt } from '../addresses/feed-addresses.ts';
import { isEngineFile, isReserved } from '../addresses/engine-addresses.ts';
import { fileAt, pathKey } from '../addresses/path-key.ts';
import { tagNames } from '../content/tag-names.ts';
import { paths } from '../addresses/urls.ts';
import type { WholeSite } from './check.ts';

/** Returns what occupies a path in the form of `pathKey`, or prevents a page there. */
export type FindOccupant = (key: string) => string | undefined;

/**
 * Returns a function that finds what occupies a path besides pages of content: the engine's pages
 * and files, feeds, the files of posts and pages, files in `public/` and routes in `src/pages/`.
 */
export function findOccupant({ sources, settings, exists, ownRoute }: WholeSite): FindOccupant {
  const files = new Map<string, string>();
  const add = (path: string, what: string) => {
    const key = pathKey(path);
    if (!files.has(key)) files.set(key, what);
  };
  for (const { file, path, collection } of sources) {
    if (!file || collection === 'authors') continue;
    add(paths.card(file.url), `the social card of ${path}`);
    add(paths.markdown(file.url), `the Markdown of ${path}`);
  }
  for (const { path } of alsoAt(settings, tagsOf(sources)))
    add(path, 'a feed (feeds.alsoAt in the settings)');
  return (key) => {
    const parts = [...foldersOf(key), key];
    if (isReserved(key, settings.permalink) || parts.some(isEngineFile)) return ENGINE_PAGE;
    const file = parts.find((part) => files.has(part));
    if (file !== undefined) return files.get(file);
    const own = `public/${fileAt(key)}`;
    return exists(own) ? own : ownRoute(key)?.file;
  };
}

const ENGINE_PAGE = 'a built-in page';

/** `/a/b.md/c/` → `/a`, `/a/b.md`, `/a/b.md/c`, which must not be files. */
function foldersOf(key: string): string[] {
  const parts = key.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

function tagsOf(sources: WholeSite['sources']): string[] {
  const names = sources.flatMap(({ file }) => (file?.data as { tags?: string[] })?.tags ?? []);
  return tagNames(names).map(({ slug }) => slug);
}
