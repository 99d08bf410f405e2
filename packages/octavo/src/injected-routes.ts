import { globSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

const SEARCH = '/search';

/** The engine's routes: each pattern with its file in `routes/`. */
const ROUTES: Record<string, string> = {
  '/': 'index.astro',
  '/page/[page]': 'index-page.astro',
  '/[...post]': 'post.astro',
  '/[...page]': 'page.astro',
  '/[...folder]': 'posts-folder.astro',
  '/404': '404.astro',
  '/archive': 'archive.astro',
  '/authors/[...path]': 'author.astro',
  '/series/[...index]': 'all-series.astro',
  '/series/[series]': 'series.astro',
  '/tags': 'tags.astro',
  '/tags/[...path]': 'tag.astro',
  '/feeds': 'feeds.astro',
  [SEARCH]: 'search.astro',
  '/[...feed]': 'feed.ts',
  '/[...markdown].md': 'markdown.ts',
  '/[...path]/card.png': 'card.ts',
  '/[...opensearch]': 'opensearch.ts',
  '/llms.txt': 'llms.ts',
  '/robots.txt': 'robots.ts',
  '/site.webmanifest': 'manifest.ts',
  '/redirects.json': 'redirects.ts',
  '/search-records.json': 'search-records.ts',
};

/** `.ts` in the repository, `.js` in the package. */
const EXTENSION = extname(import.meta.filename);

/** Returns the engine's routes that a blog wants and does not replace by a page of its own. */
export function injectedRoutes(
  root: string,
  { search }: { search: boolean },
): { pattern: string; entrypoint: URL }[] {
  const own = new Set(ownRoutes(root));
  return Object.entries(ROUTES)
    .filter(([pattern]) => !own.has(pattern) && (search || pattern !== SEARCH))
    .map(([pattern, file]) => ({
      pattern,
      entrypoint: new URL(`./routes/${file.replace(/\.ts$/, EXTENSION)}`, import.meta.url),
    }));
}

/** Returns the patterns of the routes in a blog's `src/pages/`. */
export function ownRoutes(root: string): string[] {
  return globSync('**/*.{astro,md,mdx,html,ts,js}', { cwd: join(root, 'src/pages') })
    .map((path) => `/${path.replaceAll(sep, '/')}`)
    .filter((path) => !path.includes('/_'))
    .map((path) => path.replace(/\.[^./]+$/, '').replace(/\/?index$/, '') || '/');
}
