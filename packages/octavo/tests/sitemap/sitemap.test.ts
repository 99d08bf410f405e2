import { describe, expect, test } from 'vitest';
import { sitemapPages } from '../../src/sitemap/sitemap.ts';
import { blog } from '../helpers.ts';

const ORIGIN = 'https://example.com';

/** Returns the paths of a sitemap with the day of their last change. */
function sitemap(...[files, config, options]: Parameters<typeof blog>) {
  const pages = sitemapPages(blog(files, config, options));
  return Object.fromEntries(
    [...pages].map(([address, { lastmod }]) => {
      expect(address.startsWith(ORIGIN)).toBe(true);
      return [address.slice(ORIGIN.length), lastmod];
    }),
  );
}

describe('the sitemap', () => {
  test('has every page that wants to be found, with its last change', () => {
    expect(
      sitemap({
        'posts/old.md': { date: '2024-01-01', tags: ['Go'] },
        'posts/new.md': { date: '2024-02-01', tags: ['Go', 'C++'] },
        'pages/about.md': { updated: '2024-03-01' },
        'pages/contact.md': {},
      }),
    ).toEqual({
      '/': '2024-02-01',
      '/posts/old/': '2024-01-01',
      '/posts/new/': '2024-02-01',
      '/tags/': '2024-02-01',
      '/tags/go/': '2024-02-01',
      '/tags/c++/': '2024-02-01',
      '/authors/jane/': '2024-02-01',
      '/archive/': '2024-02-01',
      '/feeds/': undefined,
      '/about/': '2024-03-01',
      '/contact/': undefined,
    });
  });

  test('has a post with its update as the last change', () => {
    const found = sitemap({ 'posts/a.md': { date: '2024-01-01', updated: '2024-05-01' } });
    expect(found).toMatchObject({ '/posts/a/': '2024-05-01', '/': '2024-05-01' });
  });

  test('has lists with the change of the first of several newest posts', () => {
    const found = sitemap({
      'posts/a.md': { title: 'A', date: '2024-01-01', updated: '2024-05-01' },
      'posts/b.md': { title: 'B', date: '2024-01-01' },
    });
    expect(found['/']).toBe('2024-05-01');
  });

  test('has lists with the latest change of any post on their first page', () => {
    const found = sitemap({
      'posts/a.md': { date: '2024-01-01', updated: '2024-03-01', tags: ['Go'] },
      'posts/b.md': { date: '2024-02-01', tags: ['Go'] },
      'posts/c.md': { date: '2024-01-15', pinned: true },
    });
    expect(found).toMatchObject({ '/': '2024-03-01', '/tags/go/': '2024-03-01' });
  });

  test('has days as days, and moments in UTC', () => {
    const found = sitemap(
      {
        'posts/a.md': { date: '2026-02-10' },
        'posts/b.md': { date: '2026-02-11T00:30:00+01:00' },
      },
      {},
      { now: '2026-03-01' },
    );
    expect(found).toMatchObject({
      '/posts/a/': '2026-02-10',
      '/posts/b/': '2026-02-10T23:30:00Z',
      '/': '2026-02-10T23:30:00Z',
    });
  });

  test.each([
    ['https://elsewhere.example/post/', false],
    ['https://example.com/posts/a', false],
    ['https://example.com/posts/a/', true],
  ])('has the post whose canonical URL is %s: %s', (canonical, isListed) => {
    const found = sitemap({ 'posts/a.md': { canonical } });
    expect('/posts/a/' in found).toBe(isListed);
  });

  test.each(['draft', 'unlisted'])('has no post that is %s, and no list changes by it', (key) => {
    const found = sitemap({
      'posts/a.md': { date: '2024-01-01', tags: ['Go'] },
      'posts/b.md': { date: '2024-02-01', tags: ['Go', 'Web'], [key]: true },
    });
    expect(Object.keys(found)).not.toContain('/posts/b/');
    expect(Object.keys(found)).not.toContain('/tags/web/');
    expect(found).toMatchObject({ '/': '2024-01-01', '/tags/go/': '2024-01-01' });
  });

  test('has no post before its date, and no list changes by it', () => {
    const files = {
      'posts/a.md': { date: '2024-01-01', tags: ['Go'] },
      'posts/b.md': { date: '2024-02-01', tags: ['Go', 'Web'] },
    };
    const at = (now: string) => sitemap(files, {}, { now });
    expect(at('2024-01-31T23:59:59Z')).toEqual(sitemap({ 'posts/a.md': files['posts/a.md'] }));
    expect(at('2024-02-01')).toMatchObject({
      '/posts/b/': '2024-02-01',
      '/tags/web/': '2024-02-01',
    });
  });

  test.each(['draft', 'unlisted'])('has no page that is %s', (key) => {
    expect(Object.keys(sitemap({ 'pages/a.md': { [key]: true } }))).not.toContain('/a/');
  });

  test('has every page of every list, and the change of the first alone', () => {
    const files = Object.fromEntries(
      [1, 2, 3].map((day) => [
        `posts/${day}.md`,
        { date: `2024-01-0${day}`, tags: ['Go'], authors: ['jane'] },
      ]),
    );
    expect(sitemap(files, { pageSize: 2 })).toMatchObject({
      '/': '2024-01-03',
      '/page/2/': undefined,
      '/tags/go/': '2024-01-03',
      '/tags/go/page/2/': undefined,
      '/authors/jane/': '2024-01-03',
      '/authors/jane/page/2/': undefined,
    });
  });

  test('has the posts of an author under that author alone', () => {
    const found = sitemap({
      'authors/john.md': { name: 'John' },
      'posts/a.md': { date: '2024-01-01' },
      'posts/b.md': { date: '2024-02-01', authors: ['john'] },
    });
    expect(found).toMatchObject({ '/authors/jane/': '2024-01-01', '/authors/john/': '2024-02-01' });
  });

  test('has whole addresses under the base path, encoded', () => {
    const found = sitemap({ 'posts/Größe.md': {} }, { url: 'https://example.com/blog/' });
    expect(Object.keys(found)).toContain('/blog/posts/gr%C3%B6%C3%9Fe/');
    expect(Object.keys(found)).toContain('/blog/');
  });

  test('of a blog without posts has its lists, without a change', () => {
    expect(sitemap({})).toEqual({
      '/': undefined,
      '/tags/': undefined,
      '/archive/': undefined,
      '/feeds/': undefined,
      '/authors/jane/': undefined,
    });
  });
});
