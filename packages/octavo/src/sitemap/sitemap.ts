import { existsSync, readFileSync } from 'node:fs';
import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { absolute } from '../addresses/urls.ts';
import type { Blog, Post } from '../blog/blog.ts';
import { indexedAddresses, type SiteAddress } from '../blog/site-addresses.ts';
import type { Settings } from '../settings/settings.ts';
import { hasNoindex } from './noindex.ts';
import { picturesOf } from './sitemap-pictures.ts';

interface Sources {
  blog: () => Blog;
  /** Returns the Markdown of a content file. */
  bodyOf: (path: string) => string;
  /** The paths of the pages of the owner's routes. */
  ownPages: ReadonlySet<string>;
}

/**
 * Writes the sitemap of the built site: the pages for search engines, with their last changes and
 * pictures.
 */
export function sitemapOf(site: Settings, { blog, bodyOf, ownPages }: Sources): AstroIntegration {
  let [folder, pages] = [new URL('file:///'), new Map<string, Page>()];
  const options: SitemapOptions = {
    filter: (url) => pages.has(url),
    serialize: (item) => {
      const { change, mayHavePictures } = pages.get(item.url)!;
      const html = mayHavePictures ? readFileSync(fileOf(item.url, folder, site), 'utf8') : '';
      const img = picturesOf(html, item.url).map((url) => ({ url }));
      // The types of @astrojs/sitemap lack some keys of the package that writes it.
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
        pages = sitemapPages(blog(), site, bodyOf);
        addOwnPages(pages, ownPages, (url) => fileOf(url, folder, site), site);
        options.customPages = [...pages.keys()];
        // Astro knows only the pages that this build rendered.
        await hooks['astro:build:done']?.({ ...built, pages: [] });
      },
    },
  };
}

/** A page in the sitemap. */
interface Page {
  /** The last change, if it is known. */
  change: Date | undefined;
  mayHavePictures: boolean;
}

/** Returns the file of a page in the built site. */
function fileOf(url: string, folder: URL, site: Settings): URL {
  return new URL(`${url.slice(site.url.length)}index.html`, folder);
}

/** Adds the pages of the owner's routes, except those with noindex. */
function addOwnPages(
  pages: Map<string, Page>,
  paths: ReadonlySet<string>,
  file: (url: string) => URL,
  site: Settings,
): void {
  for (const path of paths) {
    const url = absolute(path, site);
    if (pages.has(url) || !existsSync(file(url))) continue;
    if (!hasNoindex(readFileSync(file(url), 'utf8')))
      pages.set(url, { change: undefined, mayHavePictures: true });
  }
}

/** Returns the pages of the engine for the sitemap, by URL. */
export function sitemapPages(
  blog: Blog,
  settings: Settings,
  bodyOf: (path: string) => string,
): Map<string, Page> {
  return new Map(
    indexedAddresses(blog, settings).map(({ path, posts = [], of }) => {
      const time = of ? lastChange(of) : changeOfNewest(posts);
      const change = time === undefined ? undefined : new Date(time);
      return [absolute(path, settings), { change, mayHavePictures: mayShowPictures(of, bodyOf) }];
    }),
  );
}

/** False for a page that shows no picture and need not be read; MDX and included files may show some. */
function mayShowPictures(of: SiteAddress['of'], bodyOf: (path: string) => string): boolean {
  if (!of) return false;
  if ('cover' in of && of.cover !== undefined) return true;
  return of.path.endsWith('.mdx') || /!\[|<img|::include/.test(bodyOf(of.path));
}

function lastChange(of: NonNullable<SiteAddress['of']>): number | undefined {
  return (of.updated ?? ('date' in of ? of.date : undefined))?.time;
}

/** Returns the last change of the newest post. */
function changeOfNewest([first, ...others]: readonly Post[]): number | undefined {
  if (!first) return undefined;
  return lastChange(
    others.reduce((newest, post) => (post.date.time > newest.date.time ? post : newest), first),
  );
}
