import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { PageCache } from '../../src/build/page-cache.ts';
import { sitemapOf } from '../../src/sitemap/sitemap.ts';
import { blog, folder, settings } from '../helpers.ts';

const CONFIG = { url: 'https://example.com/blog/' };
const LISTS = ['/', '/archive/', '/authors/jane/', '/feeds/', '/tags/'];
const POSTS = ['/posts/a/', '/posts/b/'];

/** Writes the sitemap of a built site; returns its entries by path. */
async function written(
  files: Record<string, string>,
  {
    ownPages = [],
    pictures = {},
  }: { ownPages?: string[]; pictures?: Record<string, string[]> } = {},
) {
  const site = settings(CONFIG);
  const made = blog({ 'posts/a.md': {}, 'posts/b.md': {} }, CONFIG);
  const pages = [...LISTS, ...POSTS].map((path) => [`${path}index.html`, '<p>Text</p>']);
  const root = folder({ ...(Object.fromEntries(pages) as Record<string, string>), ...files });
  const cache = new PageCache({ root, last: join(root, 'dist'), next: root });
  for (const [page, of] of Object.entries(pictures))
    cache.add(page, { key: undefined, assets: [], pictures: of });
  const built = () => ({ cache, ownPages: new Set(ownPages) });
  const { hooks } = sitemapOf(site, () => [made], built);
  const build = { format: 'directory' };
  await run(hooks, 'astro:config:done', {
    config: { site: site.origin, base: site.base, trailingSlash: 'always', build },
  });
  await run(hooks, 'astro:build:done', {
    dir: pathToFileURL(`${root}/`),
    pages: [{ pathname: 'posts/draft/' }],
    logger: { info: () => undefined },
  });
  const xml = readFileSync(`${root}/sitemap-0.xml`, 'utf8');
  expect(xml.match(/xmlns:\w+/g)).toEqual(['xmlns:image']);
  expect(readFileSync(`${root}/sitemap-index.xml`, 'utf8')).toContain(
    '<sitemap><loc>https://example.com/blog/sitemap-0.xml</loc><lastmod>2024-01-01</lastmod></sitemap>',
  );
  return entriesOf(xml);
}

/** Runs a hook with the part of its parameters that the sitemap reads. */
async function run(hooks: AstroIntegration['hooks'], name: string, parameters: object) {
  await (hooks as Record<string, (parameters: object) => unknown>)[name]!(parameters);
}

interface Entry {
  loc: string;
  lastmod?: string;
  'image:image'?: { 'image:loc': string }[];
}

function entriesOf(xml: string) {
  const parser = new XMLParser({ isArray: (name) => ['url', 'image:image'].includes(name) });
  const { urlset } = parser.parse(xml) as { urlset: { url: Entry[] } };
  return new Map(
    urlset.url.map(({ loc, lastmod, 'image:image': images = [] }) => [
      loc.replace('https://example.com/blog', ''),
      { lastmod, images: images.map((image) => image['image:loc']) },
    ]),
  );
}

test('the sitemap has the pages of the blog alone, with their last changes', async () => {
  const entries = await written({});
  expect([...entries.keys()].sort()).toEqual([...LISTS, ...POSTS].sort());
  expect(entries.get('/posts/b/')).toEqual({ lastmod: '2024-01-01', images: [] });
  expect(entries.get('/feeds/')).toEqual({ lastmod: undefined, images: [] });
});

test('the sitemap has the pictures of an article', async () => {
  const pictures = ['a.png', 'b.png'].map((name) => `https://example.com/blog/${name}`);
  const entries = await written({}, { pictures: { 'posts/a/index.html': pictures } });
  expect(entries.get('/posts/a/')?.images).toEqual(pictures);
  expect(entries.get('/posts/b/')?.images).toEqual([]);
});

test('the sitemap has the pages of the owner, except those with noindex', async () => {
  const entries = await written(
    {
      '/projects/index.html': '',
      '/hidden/index.html': '<head><meta name="robots" content="noindex"></head>',
    },
    { ownPages: ['/projects/', '/hidden/', '/not-built/', '/tags/'] },
  );
  expect([...entries.keys()].sort()).toEqual([...LISTS, ...POSTS, '/projects/'].sort());
  expect(entries.get('/projects/')).toMatchObject({ lastmod: undefined });
  expect(entries.get('/tags/')?.lastmod).toBe('2024-01-01');
});
