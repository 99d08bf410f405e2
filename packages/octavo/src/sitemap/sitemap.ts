import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import {
  readLibrary,
  type ContentFile,
  type Library,
  type PostData,
} from '../content/read-content.ts';
import { newestFirst, pinnedFirst } from '../blog/order.ts';
import { paginate } from '../blog/pagination.ts';
import { isPublished } from '../content/published.ts';
import { collectSeries } from '../blog/series.ts';
import type { Settings } from '../settings/settings.ts';
import { collectTags } from '../blog/tags.ts';
import { tagNames } from '../content/tag-names.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { saysNoindex } from './noindex.ts';
import { picturesOf } from './sitemap-pictures.ts';

type Post = ReturnType<typeof listedPosts>[number];

/**
 * Writes the sitemap of the built site: the pages that want to be found, when they changed, and the
 * pictures of their texts as their pages show them. `ownPages` are the paths of pages that are not
 * the engine's.
 */
export function sitemapOf(
  root: URL,
  site: Settings,
  ownPages: ReadonlySet<string>,
): AstroIntegration {
  let [folder, pages] = [root, new Map<string, Page>()];
  const options: SitemapOptions = {
    filter: (address) => pages.has(address),
    serialize: (item) => {
      const { change, mayHavePictures } = pages.get(item.url)!;
      const html = mayHavePictures ? readFileSync(fileOf(item.url, folder, site), 'utf8') : '';
      const img = picturesOf(html, item.url).map((url) => ({ url }));
      // What the types of @astrojs/sitemap leave out goes to the package that writes it.
      const entry = { ...item, ...(change && { lastmod: change.toISOString() }), img };
      return entry;
    },
    namespaces: { image: true, news: false, video: false, xhtml: false },
  };
  const { name, hooks } = sitemap(options);
  return {
    name,
    hooks: {
      ...hooks,
      'astro:build:done': async (built) => {
        folder = built.dir;
        pages = sitemapPages(readLibrary(fileURLToPath(root), site), site);
        addOwnPages(pages, ownPages, (address) => fileOf(address, folder, site), site);
        options.customPages = [...pages.keys()];
        // Of the pages, Astro knows those that were made in this build.
        await hooks['astro:build:done']?.({ ...built, pages: [] });
      },
    },
  };
}

/** A page that wants to be found. */
interface Page {
  /** When it changed last, where that is known. */
  change: Date | undefined;
  mayHavePictures: boolean;
}

/** Returns the file of a page in the built site. */
function fileOf(address: string, folder: URL, { url }: Settings): URL {
  return new URL(`${address.slice(url.length)}index.html`, folder);
}

/** Adds the pages that are not the engine's, except those that say noindex. */
function addOwnPages(
  pages: Map<string, Page>,
  paths: ReadonlySet<string>,
  file: (address: string) => URL,
  site: Settings,
): void {
  for (const path of paths) {
    const address = absolute(path, site);
    if (pages.has(address) || !existsSync(file(address))) continue;
    if (!saysNoindex(readFileSync(file(address), 'utf8')))
      pages.set(address, { change: undefined, mayHavePictures: true });
  }
}

/** Returns every page that wants to be found, by its address. */
export function sitemapPages(library: Library, site: Settings): Map<string, Page> {
  const posts = listedPosts(library, site);
  const pages = new Map<string, Page>();
  const add = (path: string, time: number | undefined, mayHavePictures = false) => {
    const change = time === undefined ? undefined : new Date(time);
    pages.set(absolute(path, site), { change, mayHavePictures });
  };
  const addList = (path: (page: number) => string, items: Post[]) => {
    for (const page of paginate(items, site.pageSize))
      add(path(page.number), changeOfNewest(page.items));
  };

  addList(paths.index, pinnedFirst(posts));
  for (const post of posts) add(post.url, lastChange(post), showsPictures(post));
  for (const tag of collectTags(posts, site.language).values()) {
    addList((page) => paths.tag(tag.slug, page), tag.posts);
  }
  const series = collectSeries(posts, site.language);
  if (series.size > 0) add(paths.allSeries, changeOfNewest(posts.filter(({ series }) => series)));
  for (const { slug, posts: parts } of series.values())
    add(paths.series(slug), changeOfNewest(parts));
  for (const { id } of library.authors) {
    addList(
      (page) => paths.author(id, page),
      posts.filter(({ authors }) => authors.includes(id)),
    );
  }
  add(paths.archive, changeOfNewest(posts));
  add(paths.tags, changeOfNewest(posts));
  add(paths.feeds, undefined);
  for (const { url, data, ...file } of library.pages) {
    if (isPublished(data) && !data.unlisted) add(url, data.updated?.time, showsPictures(file));
  }
  return pages;
}

/** False where a page has surely none, and need not be read; MDX and included files may hold any. */
function showsPictures({ format, body, cover }: { format: string; body: string; cover?: unknown }) {
  return format === 'mdx' || cover !== undefined || /!\[|<img|::include/.test(body);
}

function listedPosts({ posts }: Library, site: Settings) {
  const listed = posts.filter(({ data }) => isPublished(data) && !data.unlisted);
  return newestFirst(
    listed.map(({ id, url, format, body, data }: ContentFile<PostData>) => ({
      ...data,
      id,
      url,
      format,
      body,
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
