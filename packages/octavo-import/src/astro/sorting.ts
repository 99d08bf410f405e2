import { isDated } from '../old/guess-data.ts';
import type { OldPage } from '../old/old-page.ts';
import { text } from '../old/values.ts';
import { addressOf, idOf } from './addresses.ts';
import type { AstroConfig } from './config.ts';
import type { AstroContent, AstroPage } from './content.ts';
import { starlightFolder } from './lists.ts';
import { routeOf, type Route } from './routes.ts';

/** A page and its path in the old blog. */
interface Located {
  page: AstroPage;
  url: string;
}

/** The pages of an Astro blog by what becomes of them. */
export interface SortedPages {
  posts: Located[];
  pages: Located[];
  /** Routes of entries. */
  routes: ReadonlySet<Route>;
  /** Collections that no page shows. */
  skipped: string[];
  /** Collections whose URLs are made by code. */
  unsure: string[];
  pageOf: (page: OldPage) => AstroPage;
}

/** Names that collections of posts have. */
const OF_POSTS = /^(?:blog|posts?|articles?|writings?|notes?|essays?|journal|tils?)$/i;

/** Sorts the pages of a blog by their collections and the routes that show them. */
export function sortPages(
  content: AstroContent,
  routes: readonly Route[],
  config: AstroConfig,
): SortedPages {
  const used = new Set<Route>();
  const byPage = new Map<OldPage, AstroPage>(content.pages.map((page) => [page, page]));
  const sorted = { posts: [] as Located[], pages: [] as Located[], skipped: [] as string[] };
  for (const page of ofCollection(content, 'pages')) sortFilePage(page, sorted);
  for (const { name } of content.collections) {
    const pages = ofCollection(content, name);
    if (pages.length === 0) continue;
    if (name === 'docs' && config.starlight) {
      sortDocs(pages, config, sorted);
      continue;
    }
    const dated = pages.filter(isDated).length;
    const isOfPosts = OF_POSTS.test(name) || dated > pages.length / 2;
    const route = routeOf(name, routes, isOfPosts);
    if (route) used.add(route);
    const list = isOfPosts ? sorted.posts : sorted.pages;
    const located = pages.flatMap((page) => locate(page, route, routes, isOfPosts));
    list.push(...located);
    if (located.length === 0) sorted.skipped.push(name);
  }
  const unsure = content.collections.filter(({ hasOwnIds }) => hasOwnIds).map(({ name }) => name);
  return { ...sorted, routes: used, unsure, pageOf: (page) => byPage.get(page)! };
}

function ofCollection({ pages }: AstroContent, name: string): AstroPage[] {
  return pages.filter(({ collection }) => collection === name);
}

/** A page of its own may show an entry by its id: `about.astro`, `spec/about.md`. */
function locate(
  page: AstroPage,
  route: Route | undefined,
  routes: readonly Route[],
  isOfPosts: boolean,
): Located[] {
  if (route) return [{ page, url: addressOf(page, route) }];
  if (isOfPosts) return [{ page, url: `/${page.collection}/${idOf(page)}/` }];
  const id = idOf(page);
  const shows = routes.find(
    ({ pattern, source }) => pattern === `/${id}/` && /getEntry|getCollection/.test(source),
  );
  return shows ? [{ page, url: `/${id}/` }] : [];
}

/** A text in `src/pages/` is at the path of its file; one with a date is a post. */
function sortFilePage(
  page: AstroPage,
  { posts, pages }: Pick<SortedPages, 'posts' | 'pages'>,
): void {
  const path = page.path.replace(/(?:^|\/)index$/, '');
  const url = path === '' ? '/' : `/${path}/`;
  if (url === '/' || url === '/404/') return;
  (isDated(page) && page.folders.length > 0 ? posts : pages).push({ page, url });
}

/** Starlight shows all documents; starlight-blog those in a folder as posts. */
function sortDocs(
  pages: readonly AstroPage[],
  config: AstroConfig,
  { posts, pages: others }: Pick<SortedPages, 'posts' | 'pages'>,
): void {
  const folder = starlightFolder(config);
  for (const page of pages) {
    const id = idOf(page);
    if (
      id === '' ||
      id === 'index' ||
      id === '404' ||
      text(page.source.values['template']) === 'splash'
    )
      continue;
    const url = `/${id}/`;
    const isPost = folder !== undefined && url.startsWith(folder) && isDated(page);
    (isPost ? posts : others).push({ page, url });
  }
}
