import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { at, boolean, texts } from '../old/values.ts';
import { archiveLists, type ListedPost } from '../site/archive-lists.ts';
import { feedAddresses, type OldFeed } from '../site/feed-addresses.ts';
import { termPage } from '../site/term-page.ts';
import { categoryPaths, categoryUrl, tagsOf, tagUrl } from './addresses.ts';
import { folderName, type HexoConfig } from './config.ts';
import type { HexoPage } from './content.ts';

/** A published post, and its day in the zone of the blog. */
export interface Published {
  page: HexoPage;
  data: OldEntry['data'];
  day: string;
}

/** Returns the lists and feeds that Hexo makes, each with its target. */
export function hexoLists(posts: readonly Published[], config: HexoConfig) {
  const feeds = feedAddresses(feedsOf(config));
  const pagePath = folderName(config.values, 'pagination_dir', 'page');
  const listed = posts.map(({ page, day }): ListedPost => ({
    day,
    lists: listsOf(page, day, config),
  }));
  const hasSitemap = config.packages.has('hexo-generator-sitemap');
  return {
    addresses: [
      { from: '/', to: '/', kind: 'list', by: 'same' } as OldAddress,
      ...archiveLists(listed, { pageSize: config.pageSize, pagePath }),
      ...feeds.addresses,
      ...(hasSitemap ? [TEXT_SITEMAP] : []),
    ],
    alsoAt: feeds.alsoAt,
    sitemaps: hasSitemap ? ['/sitemap.xml'] : [],
  };
}

const TEXT_SITEMAP: OldAddress = {
  from: '/sitemap.txt',
  to: paths.sitemap,
  kind: 'file',
  by: 'rule',
};

/** The lists that a post is in: archives, its tags, and its categories with those above them. */
function listsOf(page: HexoPage, day: string, config: HexoConfig): ListedPost['lists'] {
  const archive = `/${folderName(config.values, 'archive_dir', 'archives')}/`;
  const [year = '', month = ''] = day.split('-');
  const { values } = config;
  const isOn = (key: string) => boolean(at(values, 'archive_generator', key)) ?? key !== 'daily';
  const dates = [
    archive,
    ...(isOn('yearly') ? [`${archive}${year}/`] : []),
    ...(isOn('yearly') && isOn('monthly') ? [`${archive}${year}/${month}/`] : []),
    ...(isOn('daily') ? [`${archive}${day.replaceAll('-', '/')}/`] : []),
  ];
  const categories = categoryPaths(page).flatMap((names) =>
    names.map((name, index) => ({
      path: categoryUrl(names.slice(0, index + 1), config),
      to: termPage(name),
    })),
  );
  return unique([
    ...dates.map((path) => ({ path, to: paths.archive })),
    ...tagsOf(page).map((name) => ({ path: tagUrl(name, config), to: termPage(name) })),
    ...categories,
  ]);
}

/** A post is in a list once, though two of its categories are in one. */
function unique(lists: ListedPost['lists']): ListedPost['lists'] {
  return [...new Map(lists.map((one) => [one.path, one])).values()];
}

/** hexo-generator-feed: one feed, or two. */
function feedsOf({ values, packages }: HexoConfig): OldFeed[] {
  if (!packages.has('hexo-generator-feed')) return [];
  const types = texts(at(values, 'feed', 'type')).filter((type) => /^(?:atom|rss2)$/.test(type));
  const given = texts(at(values, 'feed', 'path'));
  return (types.length > 0 ? types : ['atom']).map((type, index): OldFeed => {
    const path = given[index] ?? `${type}.xml`;
    const whole = /\.\w+$/.test(path) ? path : `${path}.xml`;
    return { path: `/${whole.replace(/^\//, '')}`, format: type === 'atom' ? 'atom' : 'rss' };
  });
}
