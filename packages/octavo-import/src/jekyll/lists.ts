import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { at, boolean, map, text, texts } from '../old/values.ts';
import { termPage } from '../site/term-page.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import { categoriesOf, tagsOf } from './permalinks.ts';
import { jekyllSlug } from './slugify.ts';

/** A published post, as lists see it. */
interface Listed {
  page: JekyllPage;
  /** `2024-01-06` */
  day: string;
}

/** Returns the lists that plugins make, each with what answers there: numbered pages, archives. */
export function pluginLists(
  config: JekyllConfig,
  posts: readonly Listed[],
  /** How many posts the new index has. */
  shown: number,
): OldAddress[] {
  return [
    ...numberedPages(config, posts, shown),
    ...archives(config, posts),
    ...autoPages(config, posts),
  ];
}

function leading(from: string, to: string): OldAddress {
  return { from, to, kind: 'list', by: from === to ? 'same' : 'page' };
}

/** jekyll-paginate and jekyll-paginate-v2: `/page2/`, `/page/2/`. */
function numberedPages(
  config: JekyllConfig,
  posts: readonly Listed[],
  shown: number,
): OldAddress[] {
  const { pageSize, paginatePath, plugins } = config;
  const hasPlugin = ['jekyll-paginate', 'jekyll-paginate-v2', 'github-pages'].some((name) =>
    plugins.has(name),
  );
  if (pageSize === undefined || !hasPlugin) return [];
  const listed = posts.filter(({ page }) => boolean(page.source.values['hidden']) !== true);
  const pages = Math.ceil(listed.length / pageSize);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index): OldAddress => {
    const number = index + 2;
    const path = `/${paginatePath.replace(/^\//, '').replace(':num', `${number}`)}`;
    const from = /\/$|\.html$/.test(path) ? path : `${path}/`;
    return leading(from, number > Math.ceil(shown / pageSize) ? '/' : paths.index(number));
  });
}

/** The permalinks of jekyll-archives. */
const ARCHIVES: Record<string, string> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
};

function archives(config: JekyllConfig, posts: readonly Listed[]): OldAddress[] {
  const own = config.values['jekyll-archives'];
  if (own === undefined) return [];
  const enabled = texts(at(own, 'enabled'));
  const isOn = (kind: string) =>
    enabled.includes(kind) || ['true', 'all'].includes(enabled[0] ?? '');
  const path = (kind: string, tokens: Record<string, string>) =>
    `/${text(at(own, 'permalinks', kind)) ?? ARCHIVES[kind] ?? ''}`
      .replace(/:(\w+)/g, (whole, token: string) => tokens[token] ?? whole)
      .replace(/\/+/g, '/');
  const terms = (kind: string, namesOf: (page: JekyllPage) => string[]) =>
    unique(posts.flatMap(({ page }) => namesOf(page))).map((name) =>
      leading(path(kind, { name: jekyllSlug(name), type: kind }), termPage(name)),
    );
  const dates = ['year', 'month', 'day'].flatMap((kind, index) =>
    isOn(kind)
      ? unique(posts.map(({ day }) => day.slice(0, [4, 7, 10][index]))).map((day) => {
          const [year = '', month = '', date = ''] = day.split('-');
          return leading(path(kind, { year, month, day: date }), paths.archive);
        })
      : [],
  );
  return [
    ...(isOn('tags') ? terms('tag', tagsOf) : []),
    ...(isOn('categories') ? terms('category', categoriesOf) : []),
    ...dates,
  ];
}

/** Pages of tags and categories that jekyll-paginate-v2 makes (`autopages`). */
function autoPages({ values }: JekyllConfig, posts: readonly Listed[]): OldAddress[] {
  const options = map(values, 'autopages');
  if (boolean(options['enabled']) !== true) return [];
  const kinds = [
    { key: 'tags', token: ':tag', otherwise: '/tag/:tag', namesOf: tagsOf },
    { key: 'categories', token: ':cat', otherwise: '/category/:cat', namesOf: categoriesOf },
  ];
  return kinds.flatMap(({ key, token, otherwise, namesOf }) => {
    if (boolean(at(options, key, 'enabled')) === false) return [];
    const pattern = text(at(options, key, 'permalink')) ?? otherwise;
    return unique(posts.flatMap(({ page }) => namesOf(page))).map((name) => {
      const path = pattern.replace(token, jekyllSlug(name)).replace(/\/?$/, '/');
      return leading(path, termPage(name));
    });
  });
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
