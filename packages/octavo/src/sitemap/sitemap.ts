import { existsSync, readFileSync } from 'node:fs';
import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { absolute } from '../addresses/urls.ts';
import type { Blog, Post } from '../blog/blog.ts';
import { indexedAddresses, type SiteAddress } from '../blog/site-addresses.ts';
import type { Settings } from '../settings/settings.ts';
import { hasNoindex, picturesOf } from './built-page.ts';

/**
 * Writes the sitemap of the built site: the pages for search engines, with their last changes and
 * pictures. `ownPages` are the paths of the pages of the owner's routes.
 */
export function sitemapOf(
  site: Settings,
  blog: () => Blog,
  ownPages: ReadonlySet<string>,
): AstroIntegration {
  let [folder, pages] = [new URL('file:///'), new Map<string, Date | undefined>()];
  const fileOf = (url: string) => new URL(`${url.slice(site.url.length)}index.html`, folder);
  const options: SitemapOptions = {
    filter: (url) => pages.has(url),
    serialize: (item) => {
      const change = pages.get(item.url);
      const img = picturesOf(readFileSync(fileOf(item.url), 'utf8'), item.url);
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
        pages = sitemapPages(blog(), site);
        for (const path of ownPages) {
          const url = absolute(path, site);
          if (pages.has(url) || !existsSync(fileOf(url))) continue;
          if (!hasNoindex(readFileSync(fileOf(url), 'utf8'))) pages.set(url, undefined);
        }
        options.customPages = [...pages.keys()];
        // Astro knows only the pages that this build rendered.
        await hooks['astro:build:done']?.({ ...built, pages: [] });
      },
    },
  };
}

/** Returns the last changes of the engine's pages for search engines, by URL. */
export function sitemapPages(blog: Blog, settings: Settings): Map<string, Date | undefined> {
  return new Map(
    indexedAddresses(blog, settings).map((address) => [
      absolute(address.path, settings),
      lastChange(address),
    ]),
  );
}

/** Returns the last change of a post or page, or of the newest post of a list. */
function lastChange({ of, posts = [] }: SiteAddress): Date | undefined {
  const [newest] = posts.toSorted((a, b) => b.date.time - a.date.time);
  const entry: Partial<Pick<Post, 'date' | 'updated'>> | undefined = of ?? newest;
  const date = entry?.updated ?? entry?.date;
  return date && new Date(date.time);
}
