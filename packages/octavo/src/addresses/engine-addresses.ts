import { permalinkFolder } from './permalink.ts';

/**
 * The table of all URL paths that the engine may publish, without the base path. A page ends in `/`,
 * a file does not; `:name` is one segment, `:number` a number, `*` anything. blog/site-addresses.ts
 * returns the paths that a blog has. Posts, pages, aliases and feeds must not match the patterns.
 */
export const ENGINE_ADDRESSES = {
  index: '/',
  olderIndex: '/page/:number/',
  archive: '/archive/',
  tags: '/tags/',
  tag: '/tags/:name/',
  olderTag: '/tags/:name/page/:number/',
  tagFeed: '/tags/:name/rss.xml',
  allSeries: '/series/',
  series: '/series/:name/',
  author: '/authors/:name/',
  olderAuthor: '/authors/:name/page/:number/',
  feeds: '/feeds/',
  search: '/search/',
  rss: '/rss.xml',
  atom: '/atom.xml',
  json: '/feed.json',
  rssArchive: '/rss/:number.xml',
  atomArchive: '/atom/:number.xml',
  jsonArchive: '/feed/:number.json',
  siteCard: '/card.png',
  notFound: '/404.html',
  sitemap: '/sitemap-:name.xml',
  robots: '/robots.txt',
  llms: '/llms.txt',
  openSearch: '/opensearch.xml',
  manifest: '/site.webmanifest',
  digest: '/digest.txt',
  redirects: '/_redirects',
  assets: '/_astro/*',
  searchIndex: '/pagefind/*',
} as const;

export type EngineAddress = keyof typeof ENGINE_ADDRESSES;

/** True for the path of a file that the engine may publish. */
export function isEngineFile(path: string): boolean {
  return FILES.some((pattern) => pattern.test(path));
}

/**
 * True for the path of a page or file of the engine, and below its lists. `permalink` is the setting:
 * the folder of all posts redirects to the index.
 */
export function isReserved(path: string, permalink: string): boolean {
  return (
    path === permalinkFolder(permalink) ||
    PAGES.includes(path) ||
    isEngineFile(path.replace(/(?<=.)\/$/, '')) ||
    FOLDERS.some((folder) => path.startsWith(folder))
  );
}

const PATTERNS = Object.values(ENGINE_ADDRESSES);

const FILES = PATTERNS.filter((pattern) => !pattern.endsWith('/')).map(
  (pattern) =>
    new RegExp(
      `^${pattern
        .split(/(:\w+|\*)/)
        .map(sourceOf)
        .join('')}$`,
    ),
);

/** Pages without a parameter; Astro publishes `/404/` as `/404.html`. */
const PAGES = ['/404/', ...PATTERNS.filter((pattern) => /^[^:]*\/$/.test(pattern))];

/** `/tags/`: the first folder of each pattern of pages or assets with a parameter. */
const FOLDERS = PATTERNS.filter((pattern) => /[:*].*\/$|\*$/.test(pattern)).map(
  (pattern) => /^\/[^/]+\//.exec(pattern)![0],
);

function sourceOf(part: string): string {
  if (part === ':number') return '\\d+';
  if (part.startsWith(':')) return '[^/]+';
  return part === '*' ? '.+' : RegExp.escape(part);
}
