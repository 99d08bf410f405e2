import type { FeedList } from 'octavo/internal/addresses/feed-formats';
import { slugify } from 'octavo/internal/addresses/slug';
import { parameterBelow, paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import type { OldAddresses } from './addresses.ts';
import { folderOf } from './cascade.ts';
import type { HugoConfig } from './config.ts';
import type { Output } from './other-outputs.ts';
import type { OldPage } from '../old/old-page.ts';
import { listFeed } from '../site/list-feed.ts';
import type { Placed } from '../site/placing.ts';
import { sectionFolder } from '../site/section-folder.ts';
import { at, boolean, text, texts } from '../old/values.ts';

/** What lists are made of. */
export interface ListSources {
  config: HugoConfig;
  addresses: OldAddresses;
  /** All that was published, posts and pages. */
  published: readonly Placed[];
  /** The `_index.md` of folders. */
  lists: readonly OldPage[];
  mainSections: readonly string[];
  /** The folder of the language, in a blog of several. */
  prefix: string;
  /** The address of an author by name. */
  authorUrl: (name: string) => string | undefined;
  /** The address of a page that the text of a list became. */
  listPage: (oldUrl: string) => string | undefined;
  /** True where that page lists the posts too. */
  listsPosts: (oldUrl: string) => boolean;
}

/** The lists and feeds of a Hugo blog, each with what answers there in the new site. */
export interface ListAddresses {
  addresses: OldAddress[];
  /** Paths of feeds for `feeds.alsoAt.rss`. */
  alsoAt: string[];
  /** The lists, for their other formats. */
  lists: readonly Output[];
}

interface List {
  kind: 'home' | 'section' | 'taxonomy' | 'term' | 'lead';
  from: string;
  to: string;
  /** How many pages of content it lists. */
  count: number;
  /** How many pages the list has in the new site. */
  pages: number;
  /** The list whose numbered pages they are, where it is another: the index, of a section. */
  numbered?: string;
  /** The list of the new site with the same posts. */
  list?: FeedList | undefined;
}

/** Returns where the lists, their pages and their feeds were, and what answers there. */
export function listAddresses(sources: ListSources): ListAddresses {
  const { config, prefix } = sources;
  const feed = feedName(config);
  const lists = allLists(sources).filter(({ kind }) => !isDisabled(config, kind));
  const alsoAt = new Set<string>();
  const addresses = lists.flatMap((list) => [
    leading(list.from, list.to, 'list'),
    ...(list.kind === 'lead' ? [] : pagesOf(list, sources)),
    ...(list.kind !== 'lead' && hasFeed(config, list.kind)
      ? [
          list.kind === 'section' && list.count === 0
            ? emptyFeed(list, feed)
            : listFeed(list, feed, alsoAt, prefix),
        ]
      : []),
  ]);
  if (config.isDefault && boolean(config.values['enablerobotstxt']))
    addresses.push({ from: ROBOTS, to: ROBOTS, kind: 'file', by: 'same' });
  return { addresses, alsoAt: [...alsoAt], lists };
}

/** The feed of a section of drafts alone would be in the way of that of its posts. */
function emptyFeed({ from }: List, name: string): OldAddress {
  return { from: from.replace(/\/?$/, `/${name}`), to: paths.rss, kind: 'feed', by: 'rule' };
}

/** Octavo always has it; Hugo where it is asked to. */
const ROBOTS = '/robots.txt';

function leading(from: string, to: string, kind: OldAddress['kind']): OldAddress {
  return { from, to, kind, by: from === to ? 'same' : 'page' };
}

function allLists(sources: ListSources): List[] {
  const { config, published } = sources;
  const posts = published.filter(
    ({ collection, data }) => collection === 'posts' && !data.unlisted,
  );
  const pages = Math.ceil(posts.length / config.pageSize);
  const home = { from: `${config.prefix}/`, to: '/', count: published.length, pages };
  return [
    { kind: 'home', ...home },
    ...otherHome(config, home),
    ...sections(sources, pages),
    ...taxonomies(sources, posts),
  ];
}

/** Of several languages the default one is at `/` and at `/en/`; one of the two leads to the other. */
function otherHome(
  { languages, languageKey, isDefault, prefix }: HugoConfig,
  home: Omit<List, 'kind'>,
): List[] {
  if (!isDefault || (languages.size === 1 && prefix === '')) return [];
  const from = prefix === '' ? `/${languageKey}/` : '/';
  return [{ ...home, kind: 'lead', from, count: 0 }];
}

/** The first folders below the content, and each that has an `_index.md`. */
function sections(
  { addresses, published, lists, mainSections, listPage, listsPosts, config }: ListSources,
  pages: number,
): List[] {
  const taxonomies = new Set(config.taxonomies.values());
  const byFolder = new Map<string, OldPage | undefined>();
  for (const { page } of published)
    if (page.folders[0] !== undefined) byFolder.set(page.folders[0], undefined);
  for (const list of lists)
    if (!taxonomies.has(folderOf(list).split('/')[0]!)) byFolder.set(folderOf(list), list);
  return [...byFolder].map(([folder, list]): List => {
    const parts = folder.split('/');
    const from = addresses.list(list ?? { folders: parts.slice(0, -1), name: parts.at(-1)! });
    const listed = published.filter(({ page }) =>
      `${page.folders.join('/')}/`.startsWith(`${folder}/`),
    );
    const isMain = mainSections.includes(folder);
    const slug = sectionFolder(folder, published);
    const hasList = slug !== undefined && listsPosts(from);
    return {
      kind: 'section',
      from,
      to: listPage(from) ?? '/',
      count: listed.length,
      list: slug === undefined ? undefined : { kind: 'folder', slug },
      pages: isMain && !hasList ? pages : 1,
      ...(!hasList && { numbered: '/' }),
    };
  });
}

function taxonomies(sources: ListSources, posts: readonly Placed[]): List[] {
  const { config, addresses, published } = sources;
  const tags = new Map<string, number>();
  for (const { data } of posts)
    for (const tag of data.tags) tags.set(slugify(tag), (tags.get(slugify(tag)) ?? 0) + 1);
  const series = new Set(
    posts.flatMap(({ data }) => (data.series === undefined ? [] : [slugify(data.series)])),
  );
  return [...config.taxonomies.values()].flatMap((plural) => {
    const terms = new Map<string, { name: string; count: number }>();
    for (const { page } of published) {
      for (const name of texts(page.source.values[plural])) {
        const from = addresses.term(plural, name);
        terms.set(from, { name, count: (terms.get(from)?.count ?? 0) + 1 });
      }
    }
    const root: List = {
      kind: 'taxonomy',
      from: addresses.term(plural),
      to: rootOf(plural, series.size),
      count: terms.size,
      pages: 1,
    };
    return [
      root,
      ...[...terms].map(([from, { name, count }]): List => ({
        kind: 'term',
        from,
        count,
        ...termOf(plural, name),
      })),
    ];
  });

  function termOf(plural: string, name: string): Pick<List, 'to' | 'pages' | 'list'> {
    const slug = slugify(name);
    if (plural === 'series') {
      if (!series.has(slug)) return { to: '/', pages: 1 };
      return { to: paths.series(slug), pages: 1, list: { kind: 'series', slug } };
    }
    if (plural === 'authors' || plural === 'author') {
      const url = sources.authorUrl(name);
      if (url === undefined) return { to: '/', pages: 1 };
      const id = parameterBelow(paths.authors, url);
      return { to: url, pages: 1, list: { kind: 'author', slug: id } };
    }
    const count = tags.get(slug);
    if (count === undefined) return { to: paths.tags, pages: 1 };
    const pages = Math.ceil(count / config.pageSize);
    return { to: paths.tag(slug), pages, list: { kind: 'tag', slug } };
  }
}

function rootOf(plural: string, series: number): string {
  if (plural === 'series') return series > 0 ? paths.allSeries : '/';
  return plural === 'authors' || plural === 'author' ? paths.authors : paths.tags;
}

/** The numbered pages of a list; those that the new site has no more lead to its first. */
function pagesOf(list: List, { config, addresses }: ListSources): OldAddress[] {
  const old = Math.max(1, Math.ceil(list.count / config.pageSize));
  return Array.from({ length: old }, (_, index): OldAddress => {
    const number = index + 1;
    const from = addresses.paginated(list.from, number);
    const to =
      number === 1 || number > list.pages ? list.to : `${list.numbered ?? list.to}page/${number}/`;
    return leading(from, to, 'list');
  });
}

function feedName({ values }: HugoConfig): string {
  const base = text(at(values, 'outputformats', 'rss', 'basename'));
  return `${base ?? 'index'}.xml`;
}

function hasFeed(config: HugoConfig, kind: string): boolean {
  if (isDisabled(config, 'rss')) return false;
  const outputs = at(config.values, 'outputs', kind);
  return outputs === undefined || texts(outputs).some((one) => one.toLowerCase() === 'rss');
}

function isDisabled({ values }: HugoConfig, kind: string): boolean {
  const disabled = texts(values['disablekinds']).map((one) => one.toLowerCase());
  // Before Hugo 0.73 taxonomy was what is a term now.
  return disabled.includes(kind) || (kind === 'taxonomy' && disabled.includes('taxonomyterm'));
}
