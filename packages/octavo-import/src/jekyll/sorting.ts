import { paths } from 'octavo/internal/addresses/urls';
import { at, boolean, text } from '../old/values.ts';
import { termPage } from '../site/term-page.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import { outputEnding } from './permalinks.ts';

/** The pages of a Jekyll blog by what becomes of them. */
export interface SortedPages {
  posts: JekyllPage[];
  pages: JekyllPage[];
  home: JekyllPage | undefined;
  /** Lists that Octavo makes itself, with their new path. */
  engine: { page: JekyllPage; to: string }[];
  /** Feeds that are written as templates. */
  feeds: JekyllPage[];
  /** Sitemaps that are written as templates. */
  sitemaps: JekyllPage[];
  /** Templates of style sheets, scripts and data. */
  others: JekyllPage[];
}

const LAYOUTS: Record<string, string> = {
  ...{
    tags: paths.tags,
    tag_index: paths.tags,
    categories: paths.tags,
    category_index: paths.tags,
  },
  ...{ archives: paths.archive, archive: paths.archive, posts: paths.archive },
  ...{ search: paths.search, blog: '/', home: '/' },
};

/** Paths of pages that Octavo has itself. */
const BUILT_IN: Record<string, string> = {
  '/archive': paths.archive,
  '/search': paths.search,
  '/tags': paths.tags,
};

/** Sorts the pages of a blog; `urlOf` returns the path of each. */
export function sortPages(
  all: readonly JekyllPage[],
  config: JekyllConfig,
  urlOf: (page: JekyllPage) => string,
): SortedPages {
  const sorted: SortedPages = {
    ...{ posts: [], pages: [], home: undefined, engine: [], feeds: [], sitemaps: [], others: [] },
  };
  for (const page of all) sortPage(page, urlOf(page), config, sorted);
  return sorted;
}

function sortPage(page: JekyllPage, url: string, config: JekyllConfig, sorted: SortedPages): void {
  const { type } = page;
  if (type === 'posts' || type === 'drafts') sorted.posts.push(page);
  else if (type !== 'pages' && config.collections.get(type)?.output !== true) return;
  else if (outputEnding(page) !== '.html') sortFile(page, sorted);
  else if (url === '/' || url === '/index.html') sorted.home ??= page;
  else sortHtml(page, url.replace(/\.html$|\/$/, ''), sorted);
}

function sortHtml(page: JekyllPage, path: string, { engine, pages }: SortedPages): void {
  const { values, body } = page.source;
  const { title, redirect_to: target } = values;
  const isEmpty = title === undefined && target === undefined && body.trim() === '';
  const to = BUILT_IN[path] ?? listOfLayout(page) ?? listOfLoop(page.source);
  if (to !== undefined) engine.push({ page, to });
  else if (path !== '/404' && !isEmpty) pages.push(page);
}

function sortFile(page: JekyllPage, { feeds, sitemaps, others }: SortedPages): void {
  const { body } = page.source;
  if (/<(?:rss|feed)\b/.test(body)) feeds.push(page);
  else if (/<(?:urlset|sitemapindex)\b/.test(body)) sitemaps.push(page);
  else others.push(page);
}

/** Returns the path of the list that a page makes by its layout. */
function listOfLayout({ source: { values, body } }: JekyllPage): string | undefined {
  const layout = text(values['layout']) ?? '';
  const term = ['tag', 'taxonomy', 'category'].map((key) => text(values[key])).find(Boolean);
  if (term !== undefined && /tag|categor|taxonomy|archive/i.test(layout)) return termPage(term);
  return hasWords(body) ? undefined : LAYOUTS[layout];
}

/** Returns the path of the list that a page makes by a loop in it. */
function listOfLoop({ values, body }: JekyllPage['source']): string | undefined {
  if (boolean(at(values, 'pagination', 'enabled')) === true) return '/';
  if (!/\{%-?\s*for\s/.test(body)) return undefined;
  // With a variable in brackets, the page loops over all of them.
  const [, term] = /for\s[^%]*\bsite\.(?:tags|categories)(?:\.|\[["'])([\w-]+)/.exec(body) ?? [];
  if (term !== undefined) return termPage(term);
  if (/\bpaginator\.posts\b/.test(body)) return '/';
  if (/\bsite\.(?:tags|categories)\b/.test(body)) return paths.tags;
  return /\bsite\.posts\b/.test(body) && !hasWords(body) ? paths.archive : undefined;
}

/** True for a page with a text of its own beside its lists. */
export function hasWords(body: string): boolean {
  const words = body.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<[^>]*>|\{:[^}]*\}/g, ' ');
  return (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > 3;
}
