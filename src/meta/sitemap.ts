import { fileURLToPath } from 'node:url';
import type { SitemapOptions } from '@astrojs/sitemap';
import { readLibrary, type ContentFile, type Library, type PostData } from '../blog/library.ts';
import { newestFirst, pinnedFirst } from '../blog/order.ts';
import { paginate } from '../blog/pagination.ts';
import type { Settings } from '../blog/settings.ts';
import { collectTags, tagNames } from '../blog/tags.ts';
import { absolute, paths } from '../blog/urls.ts';

type Post = ReturnType<typeof listedPosts>[number];

/** Returns the options of @astrojs/sitemap: the pages that want to be found, and when they changed. */
export function sitemapOptions(root: URL, site: Settings): NonNullable<SitemapOptions> {
  let pages: Map<string, Date | undefined> | undefined;
  // Read when the site is built, not whenever the configuration is.
  const known = () => (pages ??= sitemapPages(readLibrary(fileURLToPath(root), site), site));
  return {
    filter: (address) => known().has(address),
    serialize: (item) => {
      const lastmod = known().get(item.url)?.toISOString();
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  };
}

/** Returns the address of every page that wants to be found, with its last change where it has one. */
export function sitemapPages(library: Library, site: Settings): Map<string, Date | undefined> {
  const posts = listedPosts(library, site);
  const pages = new Map<string, Date | undefined>();
  const add = (path: string, change: number | undefined) =>
    pages.set(absolute(path, site), change === undefined ? undefined : new Date(change));
  const addList = (path: (page: number) => string, items: Post[]) => {
    for (const page of paginate(items, site.pageSize))
      add(path(page.number), changeOfNewest(page.items));
  };

  addList(paths.index, pinnedFirst(posts));
  for (const post of posts) add(post.url, lastChange(post));
  for (const tag of collectTags(posts, site.language).values()) {
    addList((page) => paths.tag(tag.slug, page), tag.posts);
  }
  for (const { id } of library.authors) {
    addList(
      (page) => paths.author(id, page),
      posts.filter(({ authors }) => authors.includes(id)),
    );
  }
  add(paths.archive, changeOfNewest(posts));
  add(paths.tags, changeOfNewest(posts));
  add(paths.feeds, undefined);
  for (const { url, data } of library.pages) {
    if (!data.draft && !data.unlisted) add(url, data.updated?.time);
  }
  return pages;
}

function listedPosts({ posts }: Library, site: Settings) {
  const listed = posts.filter(({ data }) => !data.draft && !data.unlisted);
  return newestFirst(
    listed.map(({ id, url, data }: ContentFile<PostData>) => ({
      ...data,
      id,
      url,
      tags: tagNames(data.tags),
      authors: data.authors.length > 0 ? data.authors : [site.author],
    })),
    site.language,
  );
}

function lastChange({ date, updated }: Post): number {
  return (updated ?? date).time;
}

function changeOfNewest(posts: readonly Post[]): number | undefined {
  const [first, ...others] = posts;
  if (!first) return undefined;
  return lastChange(
    others.reduce((newest, post) => (post.date.time > newest.date.time ? post : newest), first),
  );
}
