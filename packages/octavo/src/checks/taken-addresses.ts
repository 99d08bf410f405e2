import { alsoAt } from '../addresses/feed-addresses.ts';
import { isEngineFile, isReserved } from '../addresses/engine-addresses.ts';
import { fileAt, pathKey } from '../addresses/path-key.ts';
import { tagNames } from '../content/tag-names.ts';
import { paths } from '../addresses/urls.ts';
import type { WholeSite } from './check.ts';

/** Tells what stands at an address, in the form of `pathKey`, or is in its way. */
export type Standing = (key: string) => string | undefined;

/**
 * Returns what tells what the built site has at an address beside the pages of content: the
 * engine's own pages and files, feeds, what goes with a post or page, files of `public/` and routes
 * of `src/pages/`.
 */
export function standing({ sources, settings, exists, ownRoute }: WholeSite): Standing {
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

const ENGINE_PAGE = 'a page of Octavo itself';

/** `/a/b.md/c/` → `/a`, `/a/b.md`, `/a/b.md/c`: what must not be a file. */
function foldersOf(key: string): string[] {
  const parts = key.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

function tagsOf(sources: WholeSite['sources']): string[] {
  const names = sources.flatMap(({ file }) => (file?.data as { tags?: string[] })?.tags ?? []);
  return tagNames(names).map(({ slug }) => slug);
}
