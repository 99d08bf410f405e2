import { feedAddresses } from '../addresses/feed-addresses.ts';
import { permalinkFolder } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import { pathInSite } from '../settings/languages.ts';
import type { PageData, PostData } from '../content/content-file.ts';
import type { AnyPostData, Blog, Page, Post } from './blog.ts';
import { postListsOf } from './feed-list.ts';
import { pinnedFirst } from './order.ts';
import { paginate } from './pagination.ts';

/** A page of a built site. */
export interface SiteAddress<Posts = PostData, Pages = PageData> {
  /** Below the base path of the blog's language. */
  path: string;
  /** The posts that a list shows. */
  posts?: readonly Post<Posts>[];
  /** True for the second page of a list, and those after it. */
  isLater?: boolean;
  /** The post or page whose page it is. */
  of?: Post<Posts> | Page<Pages>;
}

/**
 * Returns the pages for search engines, in the order of the sitemap; all except posts and pages are
 * in the table in addresses/engine-addresses.ts.
 */
export function indexedAddresses<Posts extends AnyPostData, Pages extends PageData>(
  blog: Blog<Posts, Pages>,
): SiteAddress<Posts, Pages>[] {
  const { site, listed, posts, notes, pages, tags, series, authors } = blog;
  const list = (path: (page: number) => string, items: readonly Post<Posts>[]) =>
    paginate(items, site.pageSize).map(({ number, items: shown }) => {
      return { path: path(number), posts: shown, isLater: number > 1 };
    });
  return [
    ...list(paths.index, pinnedFirst(listed)),
    ...posts.map((post) => ({ path: post.url, of: post })),
    ...(site.notes ? list(paths.notes, notes) : []),
    ...[...tags.values()].flatMap((tag) => list((page) => paths.tag(tag.slug, page), tag.posts)),
    ...(series.size > 0
      ? [{ path: paths.allSeries, posts: posts.filter((post) => post.series !== undefined) }]
      : []),
    ...[...series.values()].map((one) => ({ path: paths.series(one.slug), posts: one.posts })),
    ...authors.flatMap((author) =>
      list(
        (page) => paths.author(author.id, page),
        posts.filter((post) => post.authors.includes(author)),
      ),
    ),
    { path: paths.archive, posts: listed },
    { path: paths.tags, posts },
    { path: paths.feeds },
    ...(site.blogroll === undefined ? [] : [{ path: paths.blogroll }]),
    ...pages.filter(({ listed }) => listed).map((page) => ({ path: page.url, of: page })),
  ];
}

/**
 * Returns the paths of all pages and files of a built site with the blogs of its languages, except
 * assets, the search index, files in `public/` and the owner's routes.
 */
export function sitePaths(blogs: readonly Blog[]): string[] {
  const entries = blogs.flatMap(({ posts, unlisted, pages }) => [...posts, ...unlisted, ...pages]);
  const aliases = entries.flatMap((entry) => entry.aliases);
  const indexed = blogs.flatMap((blog) => indexedAddresses(blog));
  return [
    ...blogs.flatMap((blog) => blogPaths(blog).map((path) => pathInSite(path, blog.site))),
    ...aliases,
    ...(aliases.length > 0 ? [paths.redirects] : []),
    ...sitemapPaths(indexed.length),
    ...[paths.sitemap, paths.manifest, paths.robots],
    ...(blogs[0]?.site.blogroll === undefined ? [] : [paths.opml]),
    // Without a language at the root, `/` redirects.
    ...(blogs[0]?.site.prefixDefaultLanguage ? [paths.index(), paths.notFound] : []),
  ];
}

/** Returns the paths of the pages and files of one language, below its base path. */
function blogPaths(blog: Blog): string[] {
  const { site: settings, posts, mainPosts, unlisted, pages, authors } = blog;
  const shown = [...posts, ...unlisted, ...pages];
  const indexed = indexedAddresses(blog).map(({ path }) => path);
  const feeds = feedAddresses(settings, { posts: mainPosts.length, lists: postListsOf(blog) });
  const folder = permalinkFolder(settings.permalink);
  return [
    ...indexed,
    ...shown.map(({ url }) => url),
    ...shown.filter(({ listed }) => listed).map(({ url }) => paths.markdown(url)),
    ...(settings.cards ? shown.map(({ url }) => paths.card(url)) : []),
    ...[...shown, ...authors].flatMap(({ url, text }) =>
      text.files.map((name) => paths.beside(url, name)),
    ),
    ...feeds.map(({ path }) => path),
    ...feedDiagrams(blog).map(({ post, id }) => paths.diagram(post.url, id)),
    ...(folder === '/' ? [] : [folder]),
    ...(settings.search ? [paths.search, paths.openSearch] : []),
    ...[paths.card('/'), paths.llms, paths.notFound],
  ];
}

/** The entries of a file of the sitemap, which may have 50,000 and be of 50 MB (sitemaps.org). */
export const SITEMAP_ENTRIES = 45_000;

/** Returns the paths of the files of a sitemap with a number of entries. */
export function sitemapPaths(entries: number): string[] {
  const count = Math.max(1, Math.ceil(entries / SITEMAP_ENTRIES));
  return Array.from({ length: count }, (_, index) => `/sitemap-${index}.xml`);
}

/** Returns the diagrams of posts in feeds, which are pictures there. */
export function feedDiagrams<Data>({ site, posts }: Pick<Blog<Data>, 'site' | 'posts'>) {
  if (site.feeds.content !== 'full') return [];
  return posts.flatMap((post) => (post.text.diagrams ?? []).map((id) => ({ post, id })));
}
