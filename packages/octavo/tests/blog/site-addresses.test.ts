import { describe, expect, test } from 'vitest';
import { indexedAddresses, sitePaths } from '../../src/blog/site-addresses.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { blog } from '../helpers.ts';

type Files = Parameters<typeof blog>[0];

const FILES: Files = {
  'authors/john.md': { name: 'John' },
  'posts/a.md': { date: '2024-01-01', tags: ['Go'], series: 'Proxies', pinned: true },
  'posts/b.md': { date: '2024-01-02', tags: ['Go', 'Web'], authors: ['john', 'jane'] },
  'posts/c.md': { date: '2024-01-03', authors: ['john'] },
  'posts/hidden.md': { date: '2024-01-04', tags: ['Go'], unlisted: true },
  'posts/draft.md': { draft: true },
  'pages/about.md': {},
  'pages/hidden.md': { unlisted: true },
};

/** Returns the pages for search engines, each with the ids of the posts that it shows. */
function indexed(files: Files, config: Partial<SiteConfig> = {}): [string, string?][] {
  return indexedAddresses(blog(files, config)).map(({ path, posts, of }) => {
    const shown = posts?.map(({ id }) => id) ?? (of && [`of ${of.id}`]);
    return shown ? [path, shown.join(' ')] : [path];
  });
}

function paths(files: Files, config: Partial<SiteConfig> = {}): string[] {
  return sitePaths([blog(files, config)]);
}

describe('the pages for search engines', () => {
  test('are all pages of what is listed, with the posts that each shows', () => {
    expect(indexed(FILES, { pageSize: 2 })).toEqual([
      ['/', 'a c'],
      ['/page/2/', 'b'],
      ['/posts/c/', 'of c'],
      ['/posts/b/', 'of b'],
      ['/posts/a/', 'of a'],
      ['/tags/go/', 'b a'],
      ['/tags/web/', 'b'],
      ['/series/', 'a'],
      ['/series/proxies/', 'a'],
      ['/authors/jane/', 'b a'],
      ['/authors/john/', 'c b'],
      ['/archive/', 'c b a'],
      ['/tags/', 'c b a'],
      ['/feeds/'],
      ['/about/', 'of about'],
    ]);
  });

  test('have older pages of tags and authors', () => {
    const all = indexed(FILES, { pageSize: 1 }).map(([path]) => path);
    expect(all.filter((path) => path.endsWith('/2/'))).toEqual([
      '/page/2/',
      '/tags/go/page/2/',
      '/authors/jane/page/2/',
      '/authors/john/page/2/',
    ]);
  });

  test('of a blog without posts are its lists', () => {
    expect(indexed({})).toEqual([
      ['/', ''],
      ['/authors/jane/', ''],
      ['/archive/', ''],
      ['/tags/', ''],
      ['/feeds/'],
    ]);
  });
});

/** Of every site. */
const ALWAYS = [
  ...['/', '/authors/jane/', '/archive/', '/tags/', '/feeds/', '/404.html'],
  ...['/rss.xml', '/atom.xml', '/feed.json', '/card.png', '/llms.txt', '/site.webmanifest'],
  ...['/sitemap-index.xml', '/sitemap-0.xml', '/robots.txt', '/posts/', '/authors/jane/rss.xml'],
];
const SEARCH = ['/search/', '/opensearch.xml'];

describe('the paths of a site', () => {
  test('of a blog without posts are those of its lists and files', () => {
    expect(paths({}).sort()).toEqual([...ALWAYS, ...SEARCH].sort());
  });

  test('have no search where the settings switch it off', () => {
    expect(paths({}, { search: false }).sort()).toEqual([...ALWAYS].sort());
  });

  test('have no folder of all posts where posts are at the top', () => {
    expect(paths({}, { permalink: '/:slug/' }).sort()).toEqual(
      [...ALWAYS, ...SEARCH].filter((path) => path !== '/posts/').sort(),
    );
  });

  test.each<[what: string, frontMatter: Files[string], paths: string[]]>([
    ['a post', {}, ['/posts/a/', '/posts/a.md', '/posts/a/card.png']],
    ['an unlisted post', { unlisted: true }, ['/posts/a/', '/posts/a/card.png']],
    ['a draft', { draft: true }, []],
  ])('have of %s its page, its Markdown and its card', (_, frontMatter, expected) => {
    const own = paths({ 'posts/a.md': frontMatter }).filter((path) => path.startsWith('/posts/a'));
    expect([...new Set(own)].sort()).toEqual([...expected].sort());
  });

  test('have of a page its page, its Markdown and its card', () => {
    const own = paths({ 'pages/about.md': {} }).filter((path) => path.startsWith('/about'));
    expect([...new Set(own)].sort()).toEqual(['/about.md', '/about/', '/about/card.png']);
  });

  test('have only the card of the site where the settings switch cards off', () => {
    const cards = paths(FILES, { cards: false }).filter((path) => path.endsWith('card.png'));
    expect(cards).toEqual(['/card.png']);
  });

  test('have the aliases of posts and pages, and then a file of redirects', () => {
    const aliases = [['/old/'], ['/older.html'], ['/oldest/']];
    const all = paths({
      'posts/a.md': { aliases: aliases[0] },
      'posts/b.md': { aliases: aliases[1], unlisted: true },
      'pages/about.md': { aliases: aliases[2] },
    });
    expect(all).toEqual(expect.arrayContaining([...aliases.flat(), '/_redirects']));
    expect(paths(FILES)).not.toContain('/_redirects');
  });

  test('have the archive of each feed, and the feeds of tags', () => {
    const all = paths(FILES, { feeds: { items: 2, alsoAt: { rss: ['/:tag/index.xml'] } } });
    expect(all).toEqual(
      expect.arrayContaining([
        ...['/rss/1.xml', '/atom/1.xml', '/feed/1.json', '/tags/go/rss.xml'],
        ...['/tags/web/rss.xml', '/go/index.xml', '/web/index.xml'],
      ]),
    );
    expect(all).not.toContain('/rss/2.xml');
  });
});
