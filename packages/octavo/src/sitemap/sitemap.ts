import { globSync, readFileSync, writeFileSync } from 'node:fs';
import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { decodePath } from '../addresses/decode-path.ts';
import { fileAt } from '../addresses/path-key.ts';
import { absolute } from '../addresses/urls.ts';
import type { Blog, Post } from '../blog/blog.ts';
import type { SiteBuild } from '../build/site-build.ts';
import { indexedAddresses, type SiteAddress } from '../blog/site-addresses.ts';
import { hasNoindex } from '../html/built-page.ts';
import { latest, type PostDate } from '../content/dates.ts';
import { alternateLinks } from '../blog/versions.ts';
import { codesOf } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Writes the sitemap of the built site: the pages for search engines, with their last changes and
 * pictures.
 */
export function sitemapOf(
  site: Settings,
  blogs: () => readonly Blog[],
  siteBuild: () => Pick<SiteBuild, 'cache' | 'ownPages'>,
): AstroIntegration {
  let pages: ReturnType<typeof sitemapPages> = new Map();
  const fileOf = (url: string) => fileAt(decodePath(`/${url.slice(site.url.length)}`));
  const options: SitemapOptions = {
    filter: (url) => pages.has(url),
    serialize: (item) => {
      const pictures = siteBuild().cache.pictures(fileOf(item.url));
      // The types of @astrojs/sitemap lack some keys of the package that writes it.
      const entry = { ...item, ...pages.get(item.url), img: pictures.map((url) => ({ url })) };
      return entry;
    },
    namespaces: { image: true, news: false, video: false, xhtml: codesOf(site).length > 1 },
  };
  const { name, hooks } = sitemap(options);
  return {
    name,
    hooks: {
      'astro:config:done': hooks['astro:config:done']!,
      'astro:build:done': async (built) => {
        const { cache, ownPages } = siteBuild();
        pages = new Map(blogs().flatMap((blog) => [...sitemapPages(blog)]));
        for (const path of ownPages) {
          const url = absolute(path, site);
          if (pages.has(url) || !cache.has(fileOf(url))) continue;
          if (!hasNoindex(cache.read(fileOf(url)).toString())) pages.set(url, {});
        }
        options.customPages = [...pages.keys()];
        // Astro knows only the pages that this build rendered, and no routes where it does not run.
        await hooks['astro:routes:resolved']?.({ routes: [], logger: built.logger });
        await hooks['astro:build:done']?.({ ...built, pages: [] });
        for (const name of globSync('sitemap-*.xml', { cwd: built.dir })) {
          const file = new URL(name, built.dir);
          const xml = readFileSync(file, 'utf8');
          writeFileSync(file, xml.replaceAll(START_OF_DAY, '</lastmod>'));
        }
      },
    },
  };
}

/** The time that @astrojs/sitemap adds to a day. */
const START_OF_DAY = 'T00:00:00.000Z</lastmod>';

/** An entry of the sitemap. */
interface SitemapPage {
  lastmod?: string | undefined;
  /** The page in all languages. */
  links?: { lang: string; url: string }[];
}

/** Returns the engine's pages for search engines, by URL. */
export function sitemapPages(blog: Blog): Map<string, SitemapPage> {
  const { site, versions } = blog;
  const pages = indexedAddresses(blog).filter(({ of }) => !isElsewhere(of, site));
  return new Map(
    pages.map((page) => {
      const alternates = alternateLinks({ versions: versions(page.path) });
      const links = alternates.map(({ hreflang: lang, href: url }) => ({ lang, url }));
      return [absolute(page.path, site), { lastmod: lastChange(page)?.datetime, links }];
    }),
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
