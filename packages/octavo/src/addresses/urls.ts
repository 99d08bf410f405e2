import { FIXED_ADDRESSES } from './engine-addresses.ts';
import type { FeedFormat, FeedList } from './feed-formats.ts';

/** The paths of the site's pages and files, without the base path; `href` makes URLs of them. */
export const paths = {
  ...FIXED_ADDRESSES,
  index: (page = 1) => listPage('/', page),
  tag: (slug: string, page = 1) => listPage(`/tags/${slug}/`, page),
  series: (slug: string) => `/series/${slug}/`,
  authors: '/authors/',
  author: (id: string, page = 1) => listPage(`/authors/${id}/`, page),
  notes: (page = 1) => listPage('/notes/', page),
  note: (slug: string) => `/notes/${slug}/`,
  page: (id: string) => (id === '' ? '/' : `/${id}/`),
  /** Returns the path of the social card of a page. */
  card: (path: string) => `${folderOf(path)}card.png`,
  /** Returns the path of the picture of a diagram of a post, for its feeds. */
  diagram: (path: string, id: string) => `${folderOf(path)}${id}.png`,
  /** Returns the path of the Markdown of a page. */
  markdown: (path: string) => path.replace(/(?:\/|\.html)$/, '.md'),
  /** Returns the path of a file that a page links by its name. */
  beside: (path: string, name: string) => path.slice(0, path.lastIndexOf('/') + 1) + name,
  searchIndex: (language: string) => `/search/${language}/`,
  feedArchive: (format: FeedFormat, page: number) => paths[format].replace('.', `/${page}.`),
  /** Returns the path of the RSS feed of a list; folders have one only where the settings say so. */
  listRss: ({ kind, slug }: FeedList) => {
    if (kind === 'notes') return paths.notesFeed('rss');
    return kind === 'folder' ? undefined : `${paths[kind](slug)}rss.xml`;
  },
  notesFeed: (format: FeedFormat) => `/notes${paths[format]}`,
  // Where the setting is off, a page of the owner may have them.
  blogroll: '/blogroll/',
  opml: '/blogroll.opml',
  sitemap: '/sitemap-index.xml',
  icon: '/icon-512.png',
};

/**
 * Returns the URL path of a path of this site, with the base path and percent-encoded:
 * `/tags/größe/` → `/blog/tags/gr%C3%B6%C3%9Fe/`.
 */
export function href(path: string, { base }: { base: string }): string {
  return base + encodeURI(path.replace(/^\//, ''));
}

/** Returns a link of the settings: a path of this site like `href`, a URL unchanged. */
export function addressOf(link: string, site: { base: string }): string {
  return link.startsWith('/') ? href(link, site) : link;
}

/** Returns the absolute URL of a path of this site: `https://example.com/blog/tags/go/`. */
export function absolute(path: string, site: { origin: string; base: string }): string {
  return site.origin + href(path, site);
}

/** Returns the rest parameter of a path below a folder: `/tags/`, `/tags/go/page/2/` → `go/page/2`. */
export function parameterBelow(folder: string, path: string): string {
  return path.slice(folder.length).replace(/\/$/, '');
}

/** Returns the folder of the files that are made for a page: `/x/` for `/x/` and for `/x.html`. */
export function folderOf(path: string): string {
  return path.replace(/\.html$/, '/');
}

function listPage(first: string, page: number): string {
  return page === 1 ? first : `${first}page/${page}/`;
}
