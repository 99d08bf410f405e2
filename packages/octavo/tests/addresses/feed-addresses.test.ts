import { describe, expect, test } from 'vitest';
import {
  archivePage,
  archivePages,
  feedAddresses,
  feedPathErrors,
} from '../../src/addresses/feed-addresses.ts';
import { foldersAbove, postFolder } from '../../src/addresses/permalink.ts';
import { settings } from '../helpers.ts';

type AlsoAt = Partial<Record<'rss' | 'atom' | 'json', string[]>>;

/** Returns the lists of tags. */
const tagged = (...slugs: string[]) => slugs.map((slug) => ({ kind: 'tag' as const, slug }));

const site = (alsoAt: AlsoAt = {}, items = 50) => settings({ feeds: { alsoAt, items } });

describe('the paths of feeds', () => {
  test('are three where there is nothing else', () => {
    const feeds = feedAddresses(site(), { posts: 0, lists: [] });
    expect(feeds.map(({ path }) => path)).toEqual(['/rss.xml', '/atom.xml', '/feed.json']);
  });

  test('are those of each tag, of archives, and of an earlier blog too', () => {
    const alsoAt = { rss: ['/index.xml', '/tags/:tag/index.xml'], json: ['/:tag.json'] };
    expect(feedAddresses(site(alsoAt, 5), { posts: 6, lists: tagged('go', 'c$&') })).toEqual([
      { path: '/rss.xml', format: 'rss' },
      { path: '/rss/1.xml', format: 'rss', archive: 1 },
      { path: '/atom.xml', format: 'atom' },
      { path: '/atom/1.xml', format: 'atom', archive: 1 },
      { path: '/feed.json', format: 'json' },
      { path: '/feed/1.json', format: 'json', archive: 1 },
      { path: '/tags/go/rss.xml', format: 'rss', list: { kind: 'tag', slug: 'go' } },
      { path: '/tags/c$&/rss.xml', format: 'rss', list: { kind: 'tag', slug: 'c$&' } },
      { path: '/index.xml', format: 'rss' },
      { path: '/tags/go/index.xml', format: 'rss', list: { kind: 'tag', slug: 'go' } },
      { path: '/tags/c$&/index.xml', format: 'rss', list: { kind: 'tag', slug: 'c$&' } },
      { path: '/go.json', format: 'json', list: { kind: 'tag', slug: 'go' } },
      { path: '/c$&.json', format: 'json', list: { kind: 'tag', slug: 'c$&' } },
    ]);
  });

  test('are those of series, authors and folders', () => {
    const posts = ['a', 'Notes/Go/b', 'Notes/c', '🎉/d', 'Notable/e'];
    const folders = foldersAbove(posts.map(postFolder));
    const lists = [
      { kind: 'series', slug: 'one' } as const,
      { kind: 'author', slug: 'jane' } as const,
      ...folders.map((slug) => ({ kind: 'folder', slug }) as const),
    ];
    const alsoAt = { rss: ['/:folder/index.xml'], atom: ['/s/:series.atom', '/:author.atom'] };
    const feeds = feedAddresses(site(alsoAt), { posts: 4, lists });
    expect(feeds.slice(3).map(({ path }) => path)).toEqual([
      '/series/one/rss.xml',
      '/authors/jane/rss.xml',
      '/notes/index.xml',
      '/notes/go/index.xml',
      '/notable/index.xml',
      '/s/one.atom',
      '/jane.atom',
    ]);
  });
});

describe('an archive', () => {
  test.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 1],
    [20, 1],
    [21, 2],
    [300, 29],
  ])('of %i posts, ten a page, has %i pages', (posts, pages) => {
    expect(archivePages(posts, 10)).toBe(pages);
  });

  test.each([11, 19, 20, 21, 34])(
    'of %i posts holds, with the newest ten, each of them',
    (count) => {
      const posts = Array.from({ length: count }, (_, index) => count - index);
      const pages = Array.from({ length: archivePages(count, 10) }, (_, index) =>
        archivePage(posts, 10, index + 1),
      );
      expect(pages.every((page) => page.length === 10)).toBe(true);
      expect(new Set([...pages.flat(), ...posts.slice(0, 10)]).size).toBe(count);
      expect(pages[0]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    },
  );

  test('keeps its pages when posts are added', () => {
    const older = [3, 2, 1];
    expect(archivePage([5, 4, ...older], 2, 1)).toEqual(archivePage(older, 2, 1));
  });
});

describe('the paths of feeds clash', () => {
  const errors = (alsoAt: AlsoAt, tags: string[] = [], files: Record<string, string> = {}) =>
    feedPathErrors(site(alsoAt), tagged(...tags), (path) => `public${path}` in files);

  test.each<[string, AlsoAt, string[], string]>([
    [
      'in one format',
      { rss: ['/a.xml', '/a.xml'] },
      [],
      '/a.xml is already the URL of another feed',
    ],
    [
      'in two',
      { rss: ['/a.xml'], atom: ['/a.xml'] },
      [],
      '/a.xml is already the URL of another feed',
    ],
    [
      'with a tag',
      { rss: ['/a.xml', '/:tag.xml'] },
      ['a'],
      '/a.xml is already the URL of another feed',
    ],
    [
      'with the engine',
      { rss: ['/:tag.xml'] },
      ['rss'],
      '/rss.xml is already the URL of a built-in file',
    ],
    [
      'as folder and file',
      { rss: ['/a.xml/b.xml', '/a.xml'] },
      [],
      '/a.xml/b.xml is already the URL of',
    ],
    [
      'as file and folder above',
      { rss: ['/b/a.xml', '/b/a.xml/c/d.xml'] },
      [],
      '/b/a.xml/c/d.xml is already the URL of another feed',
    ],
    [
      'as file and folder',
      { rss: ['/a.xml', '/a.xml/b.xml'] },
      [],
      '/a.xml/b.xml is already the URL of',
    ],
  ])('%s', (_, alsoAt, tags, start) => {
    expect(errors(alsoAt, tags)).toEqual([expect.stringContaining(`feeds.alsoAt: ${start}`)]);
  });

  test('with a file of public/', () => {
    expect(errors({ rss: ['/a.xml'] }, [], { 'public/a.xml': '' })).toEqual([
      'feeds.alsoAt: /a.xml is already the URL of public/a.xml; choose another path',
    ]);
  });

  test('and not where they are apart', () => {
    const alsoAt = { rss: ['/a.xml', '/tags/:tag/index.xml'], atom: ['/a.atom', '/a/b.xml'] };
    expect(errors(alsoAt, ['a', 'b'], { 'public/b.xml': '' })).toEqual([]);
  });
});
