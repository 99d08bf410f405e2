import type { FeedList } from 'octavo/internal/addresses/feed-formats';
import { slugify } from 'octavo/internal/addresses/slug';
import { parameterBelow, paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { boolean, integer, text, texts } from '../old/values.ts';
import { listFeed } from '../site/list-feed.ts';
import type { OldLists, PlacedSite } from '../site/old-blog.ts';
import type { Placed } from '../site/placing.ts';
import { sectionFolder } from '../site/section-folder.ts';
import { termPage } from '../site/term-page.ts';
import { aliasUrl, termUrl, urlOf } from './addresses.ts';
import type { ZolaConfig } from './config.ts';
import type { ZolaPage } from './content.ts';

/** A list of the old site. */
interface List {
  from: string;
  to: string;
  /** How many pages of content it lists. */
  count: number;
  pageSize: number | undefined;
  pagePath: string;
  feeds: readonly string[];
  /** The list of the new site with the same posts. */
  list?: FeedList | undefined;
}

/** Returns the lists and feeds that Zola makes, each with its target. */
export function zolaLists(
  { placed, prefix, authorUrl }: PlacedSite,
  sections: readonly ZolaPage[],
  config: ZolaConfig,
): OldLists {
  const published = placed.filter(({ page, data }) => data.isPublished && page.kind === 'page');
  const all = [
    ...sections.map((section) => sectionList(section, sections, { published, placed }, config)),
    ...config.taxonomies.flatMap((one) => termLists(one, published, authorUrl, config)),
  ];
  const alsoAt = new Set<string>();
  const isHome = ({ kind }: ZolaPage) => kind === 'home';
  const home: OldAddress[] = sections.some(isHome) ? [] : [leading(`${config.prefix}/`, '/')];
  return {
    addresses: [
      ...home,
      ...all.flatMap((list) => [
        leading(list.from, list.to),
        ...numberedPages(list),
        ...list.feeds.map((name) => listFeed(list, name, alsoAt, prefix)),
      ]),
      ...config.feeds.map((name) => listFeed({ from: `${config.prefix}/` }, name, alsoAt, prefix)),
      ...(hasRobots(config) ? [ROBOTS] : []),
    ],
    alsoAt: byFormat(alsoAt),
    others: sections.map((section) => ({
      ...{ page: section, from: urlOf(section, config), to: targetOf(section, placed) },
      aliases: texts(section.source.values['aliases']).map(aliasUrl),
    })),
  };
}

function hasRobots({ values, prefix }: ZolaConfig): boolean {
  return prefix === '' && boolean(values['generate_robots_txt']) !== false;
}

const ROBOTS: OldAddress = { from: '/robots.txt', to: '/robots.txt', kind: 'file', by: 'same' };

function leading(from: string, to: string): OldAddress {
  return { from, to, kind: 'list', by: from === to ? 'same' : 'page' };
}

/** Paths of all posts are by format; those of other lists are RSS. */
function byFormat(alsoAt: ReadonlySet<string>): OldLists['alsoAt'] {
  const isAtom = (path: string) => /^\/[^/:]*atom[^/:]*$/.test(path);
  return { rss: [...alsoAt].filter((path) => !isAtom(path)), atom: [...alsoAt].filter(isAtom) };
}

/** A section that is a page of the new site keeps its path; others lead where they led, or to the index. */
function targetOf(section: ZolaPage, placed: readonly Placed[]): string {
  const redirect = text(section.source.values['redirect_to']);
  const own = placed.find(({ page }) => page === section)?.url;
  const target = redirect === undefined ? undefined : aliasUrl(redirect);
  return own ?? placed.find(({ oldUrl }) => oldUrl === target)?.url ?? '/';
}

function sectionList(
  section: ZolaPage,
  sections: readonly ZolaPage[],
  { published, placed }: { published: readonly Placed[]; placed: readonly Placed[] },
  config: ZolaConfig,
): List {
  const { values } = section.source;
  const folder = folderOf(section);
  const folders = new Set([folder, ...transparentIn(folder, sections)]);
  const slug = folder === '' ? undefined : sectionFolder(folder, placed);
  const hasFeed =
    section.kind !== 'home' && boolean(values['generate_feeds'] ?? values['generate_feed']);
  return {
    from: urlOf(section, config),
    to: targetOf(section, placed),
    count: published.filter(({ page }) => folders.has(page.folders.join('/'))).length,
    pageSize: integer(values['paginate_by']),
    pagePath: text(values['paginate_path']) ?? 'page',
    feeds: hasFeed === true ? feedNames(config) : [],
    list: slug === undefined ? undefined : { kind: 'folder', slug },
  };
}

function folderOf({ folders, name }: ZolaPage): string {
  return [...folders, name].filter(Boolean).join('/');
}

/** The folders below one whose pages it lists too. */
function transparentIn(folder: string, sections: readonly ZolaPage[]): string[] {
  return sections
    .filter(
      (one) =>
        one.kind === 'section' &&
        one.folders.join('/') === folder &&
        boolean(one.source.values['transparent']) === true,
    )
    .flatMap((one) => [folderOf(one), ...transparentIn(folderOf(one), sections)]);
}

function feedNames({ feeds }: ZolaConfig): readonly string[] {
  return feeds.length > 0 ? feeds : ['atom.xml'];
}

function termLists(
  { name, pageSize, pagePath, hasFeed }: ZolaConfig['taxonomies'][number],
  published: readonly Placed[],
  authorUrl: PlacedSite['authorUrl'],
  config: ZolaConfig,
): List[] {
  const terms = new Map<string, number>();
  for (const { page } of published)
    for (const term of texts(page.source.values[name])) terms.set(term, (terms.get(term) ?? 0) + 1);
  const feeds = hasFeed ? feedNames(config) : [];
  const root =
    name === 'authors' ? paths.authors : name === 'series' ? paths.allSeries : paths.tags;
  return [
    { from: termUrl(name, config), to: root, count: 0, pageSize: undefined, pagePath, feeds: [] },
    ...[...terms].map(([term, count]): List => ({
      ...{ from: termUrl(name, config, term), count, pageSize, pagePath, feeds },
      ...termTarget(name, term, authorUrl),
    })),
  ];
}

function termTarget(
  taxonomy: string,
  term: string,
  authorUrl: PlacedSite['authorUrl'],
): Pick<List, 'to' | 'list'> {
  const slug = slugify(term);
  if (taxonomy === 'series') return { to: paths.series(slug), list: { kind: 'series', slug } };
  if (taxonomy !== 'authors') return { to: termPage(term), list: { kind: 'tag', slug } };
  const url = authorUrl(term);
  if (url === undefined) return { to: '/' };
  return { to: url, list: { kind: 'author', slug: parameterBelow(paths.authors, url) } };
}

/** Zola has a first numbered page, which leads to the list. */
function numberedPages({ from, to, count, pageSize, pagePath }: List): OldAddress[] {
  if (pageSize === undefined || pageSize <= 0) return [];
  const pages = Math.max(1, Math.ceil(count / pageSize));
  return Array.from({ length: pages }, (_, index) => {
    const number = index + 1;
    const target = number === 1 || to !== '/' ? to : paths.index(number);
    return leading(`${from}${pagePath}/${number}/`, target);
  });
}
