import { permalinkFolder } from './permalink.ts';

/** The URL paths of the engine's pages and files that are the same in every blog. */
export const FIXED_ADDRESSES = {
  archive: '/archive/',
  tags: '/tags/',
  allSeries: '/series/',
  feeds: '/feeds/',
  search: '/search/',
  rss: '/rss.xml',
  atom: '/atom.xml',
  json: '/feed.json',
  notFound: '/404.html',
  robots: '/robots.txt',
  llms: '/llms.txt',
  openSearch: '/opensearch.xml',
  manifest: '/site.webmanifest',
  redirects: '/_redirects',
};

/**
 * The table of all URL paths that the engine may publish, without the base path. A page ends in `/`,
 * a file does not; `:name` is one segment, `:number` a number, `*` anything. blog/site-addresses.ts
 * returns the paths that a blog has. Posts, pages, aliases and feeds must not match the patterns.
 */
export const ENGINE_ADDRESSES: readonly string[] = [
  ...Object.values(FIXED_ADDRESSES),
  '/',
  '/page/:number/',
  '/tags/:name/',
  '/tags/:name/page/:number/',
  '/tags/:name/rss.xml',
  '/series/:name/',
  '/series/:name/rss.xml',
  '/authors/:name/',
  '/authors/:name/page/:number/',
  '/authors/:name/rss.xml',
  '/rss/:number.xml',
  '/atom/:number.xml',
  '/feed/:number.json',
  '/card.png',
  '/sitemap-:name.xml',
  '/digest.txt',
  '/_astro/*',
  '/search/*',
];

/** The same of a blog with notes; each note is at /notes/:name/. */
export const NOTES_ADDRESSES: readonly string[] = [
  '/notes/',
  '/notes/page/:number/',
  '/notes/rss.xml',
  '/notes/atom.xml',
  '/notes/feed.json',
];

/** True for the path of a file that the engine may publish. */
export function isEngineFile(path: string): boolean {
  return FILES.some((pattern) => pattern.test(path));
}

/** The settings whose pages a blog has only with them. */
interface PageSettings {
  notes?: object | undefined;
  blogroll?: string | undefined;
}

/**
 * True for the path of a page or file of the engine, and below its lists, by the settings `permalink`,
 * `notes` and `blogroll`: the folder of all posts redirects to the index.
 */
export function isReserved(path: string, permalink: string, settings: PageSettings = {}): boolean {
  const file = path.replace(/(?<=.)\/$/, '');
  const { notes, blogroll } = settings;
  const optional = [...(notes ? NOTES : []), ...(blogroll ? BLOGROLL : [])];
  return (
    optional.some((one) => one.test(path) || one.test(file)) ||
    path === permalinkFolder(permalink) ||
    PAGES.includes(path) ||
    isEngineFile(file) ||
    FOLDERS.some((folder) => path.startsWith(folder))
  );
}

const NOTES = NOTES_ADDRESSES.map(matcherOf);
const BLOGROLL = ['/blogroll/', '/blogroll.opml'].map(matcherOf);
const FILES = ENGINE_ADDRESSES.filter((pattern) => !pattern.endsWith('/')).map(matcherOf);

/** Pages without a parameter; Astro publishes `/404/` as `/404.html`. */
const PAGES = ['/404/', ...ENGINE_ADDRESSES.filter((pattern) => /^[^:]*\/$/.test(pattern))];

/** `/tags/`: the first folder of each pattern of pages or assets with a parameter. */
const FOLDERS = ENGINE_ADDRESSES.filter((pattern) => /[:*].*\/$|\*$/.test(pattern)).map(
  (pattern) => /^\/[^/]+\//.exec(pattern)![0],
);

/** Returns a regular expression: URLPattern takes twenty times as long. */
function matcherOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replace(':number', '\\d+')
    .replace(':name', '[^/]+')
    .replace('*', '.*');
  return new RegExp(`^${source}$`);
}
