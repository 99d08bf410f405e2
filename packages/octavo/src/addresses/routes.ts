import { extname } from 'node:path';
import { permalinkFolder } from './permalink.ts';

/** The engine's routes: each pattern with its file in `routes/`. */
export const ROUTES: Record<string, string> = {
  '/': 'index.astro',
  '/page/[page]': 'index-page.astro',
  '/[...post]': 'post.astro',
  '/[...page]': 'page.astro',
  '/404': '404.astro',
  '/archive': 'archive.astro',
  '/authors/[...path]': 'author.astro',
  // Without a series there is no page of them.
  '/series/[...index]': 'all-series.astro',
  '/series/[series]': 'series.astro',
  // Without notes there is no list of them.
  '/notes/[...path]': 'notes.astro',
  '/tags': 'tags.astro',
  '/tags/[...path]': 'tag.astro',
  '/feeds': 'feeds.astro',
  '/blogroll': 'blogroll.astro',
  '/search': 'search.astro',
  '/[...feed]': 'files/feed.ts',
  '/[...file]': 'files/beside.ts',
  '/[...markdown].md': 'files/markdown.ts',
  '/[...path]/card.png': 'files/card.ts',
  '/[...post]/diagram-[number].png': 'files/diagram.ts',
  '/blogroll.opml': 'files/blogroll.ts',
  '/opensearch.xml': 'files/opensearch.ts',
  '/llms.txt': 'files/llms.ts',
  '/robots.txt': 'files/robots.ts',
  '/site.webmanifest': 'files/manifest.ts',
};

/** The settings that decide which routes a blog has. */
interface RouteSettings {
  search: boolean;
  blogroll?: string | undefined;
  permalink: string;
}

/** The routes without which a blog has no search. */
const SEARCH_ROUTES = ['/search', '/opensearch.xml'];

/** The routes without which a blog has no blogroll. */
const BLOGROLL_ROUTES = ['/blogroll', '/blogroll.opml'];

/** `.ts` in the repository, `.js` in the package. */
const EXTENSION = extname(import.meta.filename);

/** The routes of the whole site, whatever its languages. */
const SITE_ROUTES = ['/robots.txt', '/site.webmanifest', '/blogroll.opml'];

/**
 * Returns the engine's routes for a blog, except those that the owner replaces; `own` are the
 * patterns of the owner's routes, `folders` those of languages: `/de`, or nothing for the root.
 */
export function injectedRoutes(
  own: readonly string[],
  settings: RouteSettings,
  folders: readonly string[] = [''],
) {
  // Where all languages are in folders, / redirects to the default one.
  const root: Record<string, string> = { ...ROUTES, '/': INDEX_REDIRECT };
  const ofRoot = ['/', '/404', ...SITE_ROUTES].map((pattern) => [pattern, root[pattern]!] as const);
  const unused = [...own, ...routesOff(settings)];
  const routes = [
    ...folders.flatMap((folder) => routesBelow(folder, own, settings)),
    ...(folders.includes('') ? [] : ofRoot.filter(([pattern]) => !unused.includes(pattern))),
  ];
  return routes.map(([pattern, file]) => ({
    pattern,
    entrypoint: new URL(`../routes/${file.replace(/\.ts$/, EXTENSION)}`, import.meta.url),
  }));
}

/** Returns the patterns of the routes that settings switch off. */
function routesOff({ search, blogroll }: RouteSettings): string[] {
  return [...(search ? [] : SEARCH_ROUTES), ...(blogroll === undefined ? BLOGROLL_ROUTES : [])];
}

const INDEX_REDIRECT = 'index-redirect.astro';

/** Returns the patterns and files of the routes below a folder. */
function routesBelow(folder: string, own: readonly string[], settings: RouteSettings) {
  const ownBelow = own
    .filter((pattern) => `${pattern}/`.startsWith(`${folder}/`))
    .map((pattern) => pattern.slice(folder.length) || '/');
  const left = new Set([
    ...ownBelow,
    ...ownBelow.map(replacedRoute),
    ...routesOff(settings),
    ...(folder === '' ? [] : SITE_ROUTES),
  ]);
  // The folder of all posts, /posts/, redirects to the index.
  const posts = permalinkFolder(settings.permalink).slice(0, -1);
  const routes = { ...ROUTES, ...(posts !== '' && { [posts]: INDEX_REDIRECT }) };
  return Object.entries(routes)
    .filter(([pattern]) => !left.has(pattern))
    .map(([pattern, file]) => [folder + (pattern === '/' && folder ? '' : pattern), file] as const);
}

/**
 * Returns the pattern of the engine's route that an owner's page replaces: the same pattern, or one
 * that differs only in the names of parameters, if no other route has that shape.
 */
export function replacedRoute(pattern: string): string | undefined {
  if (pattern in ROUTES) return pattern;
  const [route, ...others] = Object.keys(ROUTES).filter((one) => shape(one) === shape(pattern));
  return others.length === 0 ? route : undefined;
}

/** `/tags/[...path]` → `/tags/[...]`. */
function shape(pattern: string): string {
  return pattern.replace(/\[(\.{3})?[^\]]+\]/g, '[$1]');
}
