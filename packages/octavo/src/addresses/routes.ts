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
  '/tags': 'tags.astro',
  '/tags/[...path]': 'tag.astro',
  '/feeds': 'feeds.astro',
  '/search': 'search.astro',
  '/[...feed]': 'files/feed.ts',
  '/[...file]': 'files/beside.ts',
  '/[...markdown].md': 'files/markdown.ts',
  '/[...path]/card.png': 'files/card.ts',
  '/[...post]/diagram-[number].png': 'files/diagram.ts',
  '/opensearch.xml': 'files/opensearch.ts',
  '/llms.txt': 'files/llms.ts',
  '/robots.txt': 'files/robots.ts',
  '/site.webmanifest': 'files/manifest.ts',
};

/** The settings that decide which routes a blog has. */
interface RouteSettings {
  search: boolean;
  permalink: string;
}

/** The routes without which a blog has no search. */
const SEARCH_ROUTES = ['/search', '/opensearch.xml'];

/** `.ts` in the repository, `.js` in the package. */
const EXTENSION = extname(import.meta.filename);

/**
 * Returns the engine's routes for a blog, except those that the owner replaces; `own` are the
 * patterns of the owner's routes.
 */
export function injectedRoutes(own: readonly string[], settings: RouteSettings) {
  const replaced = new Set([...own, ...own.map(replacedRoute)]);
  // The folder of all posts, /posts/, redirects to the index.
  const folder = permalinkFolder(settings.permalink).slice(0, -1);
  const routes = { ...ROUTES, ...(folder !== '' && { [folder]: 'posts-folder.astro' }) };
  return Object.entries(routes)
    .filter(
      ([pattern]) =>
        !replaced.has(pattern) && (settings.search || !SEARCH_ROUTES.includes(pattern)),
    )
    .map(([pattern, file]) => ({
      pattern,
      entrypoint: new URL(`../routes/${file.replace(/\.ts$/, EXTENSION)}`, import.meta.url),
    }));
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
