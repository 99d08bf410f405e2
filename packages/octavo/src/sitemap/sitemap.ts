import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { absolute, paths } from '../addresses/urls.ts';
import type { Blog, Post } from '../blog/blog.ts';
import {
  indexedAddresses,
  SITEMAP_ENTRIES,
  sitemapPaths,
  type SiteAddress,
} from '../blog/site-addresses.ts';
import { latest, type PostDate } from '../content/dates.ts';
import { xmlOf } from '../feeds/xml.ts';
import type { Settings } from '../settings/settings.ts';
import { hasNoindex, picturesOf } from './built-page.ts';

/**
 * Writes the sitemap of the built site (sitemaps.org): the pages for search engines, with their last
 * changes and pictures. `ownPages` are the paths of the pages of the owner's routes.
 */
export function sitemapOf(
  site: Settings,
  blog: () => Blog,
  ownPages: ReadonlySet<string>,
): AstroIntegration {
  return {
    name: 'octavo:sitemap',
    hooks: {
      'astro:build:done': ({ dir: folder }) => {
        const fileOf = (url: string) => new URL(`${url.slice(site.url.length)}index.html`, folder);
        const write = (path: string, root: object) => {
          writeFileSync(new URL(path.slice(1), folder), xmlOf(root));
        };
        const pages = sitemapPages(blog(), site);
        for (const path of ownPages) {
          const url = absolute(path, site);
          if (pages.has(url) || !existsSync(fileOf(url))) continue;
          if (!hasNoindex(readFileSync(fileOf(url), 'utf8'))) pages.set(url, undefined);
        }
        const files = sitemapPaths(pages.size).map((path, index) => {
          const start = index * SITEMAP_ENTRIES;
          const entries = [...pages].slice(start, start + SITEMAP_ENTRIES);
          const url = entries.map(([loc, change]) => {
            const pictures = picturesOf(readFileSync(fileOf(loc), 'utf8'), loc);
            const images = pictures.map((picture) => ({ 'image:loc': picture }));
            return { loc, lastmod: change?.datetime, 'image:image': images };
          });
          write(path, { urlset: { '@xmlns': SITEMAP, '@xmlns:image': IMAGE, url } });
          const change = latest(entries.flatMap(([, date]) => date ?? []));
          return { loc: absolute(path, site), lastmod: change?.datetime };
        });
        write(paths.sitemap, { sitemapindex: { '@xmlns': SITEMAP, sitemap: files } });
      },
    },
  };
}

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';

/** Returns the last changes of the engine's pages for search engines, by URL. */
export function sitemapPages(blog: Blog, settings: Settings): Map<string, PostDate | undefined> {
  return new Map(
    indexedAddresses(blog, settings)
      .filter(({ of }) => !isElsewhere(of, settings))
      .map((address) => [absolute(address.path, settings), lastChange(address)]),
  );
}

/** True for a post whose canonical URL is not its own. */
function isElsewhere(of: SiteAddress['of'], settings: Settings): boolean {
  const canonical = of && 'canonical' in of ? of.canonical : undefined;
  return canonical !== undefined && canonical !== absolute(of!.url, settings);
}

/**
 * Returns the last change of a post or page, or of the posts on a list; none for later pages of a
 * list, which change with each new post.
 */
function lastChange({ of, posts = [], isLater }: SiteAddress): PostDate | undefined {
  const entries: Partial<Pick<Post, 'date' | 'updated'>>[] = of ? [of] : isLater ? [] : [...posts];
  return latest(entries.flatMap(({ date, updated = date }) => updated ?? []));
}
