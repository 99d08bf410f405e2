import { describe, expect, test } from 'vitest';
import { absolute, href, parameterBelow, paths } from '../../src/addresses/urls.ts';
import { settings } from '../helpers.ts';

describe('the path of', () => {
  test.each([
    ['the index', () => paths.index(), '/'],
    ['its first page', () => paths.index(1), '/'],
    ['its second page', () => paths.index(2), '/page/2/'],
    ['a tag', () => paths.tag('c++'), '/tags/c++/'],
    ['a page of a tag', () => paths.tag('go', 3), '/tags/go/page/3/'],
    ['the tags', () => paths.tags, '/tags/'],
    ['an author', () => paths.author('jane'), '/authors/jane/'],
    ['a page of an author', () => paths.author('jane', 2), '/authors/jane/page/2/'],
    ['the archive', () => paths.archive, '/archive/'],
    ['a page', () => paths.page('about'), '/about/'],
    ['a page in a folder', () => paths.page('legal/imprint'), '/legal/imprint/'],
    ['the feed', () => paths.rss, '/rss.xml'],
    ['the Atom feed', () => paths.atom, '/atom.xml'],
    ['the JSON Feed', () => paths.json, '/feed.json'],
    ['a page of the archive of a feed', () => paths.feedArchive('rss', 3), '/rss/3.xml'],
    [
      'a page of the archive of the JSON Feed',
      () => paths.feedArchive('json', 12),
      '/feed/12.json',
    ],
    [
      'the feed of a tag',
      () => paths.listRss({ kind: 'tag', slug: 'c++' }) ?? '',
      '/tags/c++/rss.xml',
    ],
    [
      'the feed of an author',
      () => paths.listRss({ kind: 'author', slug: 'jane' }) ?? '',
      '/authors/jane/rss.xml',
    ],
    [
      'the feed of a series',
      () => paths.listRss({ kind: 'series', slug: 'größe' }) ?? '',
      '/series/größe/rss.xml',
    ],
    ['the page about the feeds', () => paths.feeds, '/feeds/'],
    ['the sitemap', () => paths.sitemap, '/sitemap-index.xml'],
    ['a social card', () => paths.card('/posts/a/'), '/posts/a/card.png'],
    ['the Markdown of a post', () => paths.markdown('/posts/a/'), '/posts/a.md'],
    ['the Markdown of a page', () => paths.markdown('/legal/imprint/'), '/legal/imprint.md'],
    ['the social card of a file', () => paths.card('/posts/a.html'), '/posts/a/card.png'],
    ['the Markdown of a file', () => paths.markdown('/posts/a.html'), '/posts/a.md'],
    ['a file beside a post', () => paths.beside('/posts/a/', 'x/b.csv'), '/posts/a/x/b.csv'],
    ['one beside a file', () => paths.beside('/posts/a.html', 'b.csv'), '/posts/b.csv'],
    ['the web manifest', () => paths.manifest, '/site.webmanifest'],
    ['the list for language models', () => paths.llms, '/llms.txt'],
    ['what is not found', () => paths.notFound, '/404.html'],
    ['all series', () => paths.allSeries, '/series/'],
    ['a series', () => paths.series('größe'), '/series/größe/'],
    ['the page at the top', () => paths.page(''), '/'],
    ['the social card of the site', () => paths.card('/'), '/card.png'],
  ])('%s', (_, path, expected) => {
    expect(path()).toBe(expected);
  });
});

describe('a path of the site', () => {
  const root = settings();
  const below = settings({ url: 'https://example.com/blog/' });

  test.each([
    ['/', '/', '/blog/'],
    ['/posts/hello/', '/posts/hello/', '/blog/posts/hello/'],
    ['/tags/c++/', '/tags/c++/', '/blog/tags/c++/'],
    ['/tags/größe/', '/tags/gr%C3%B6%C3%9Fe/', '/blog/tags/gr%C3%B6%C3%9Fe/'],
    ['/posts/日本/', '/posts/%E6%97%A5%E6%9C%AC/', '/blog/posts/%E6%97%A5%E6%9C%AC/'],
    ['/my page/', '/my%20page/', '/blog/my%20page/'],
    ['/100%/', '/100%25/', '/blog/100%25/'],
    ['/search/?q=go&x=1#top', '/search/?q=go&x=1#top', '/blog/search/?q=go&x=1#top'],
    ['/rss.xml', '/rss.xml', '/blog/rss.xml'],
  ])('of %s is %s, below a base path %s', (path, atRoot, atBase) => {
    expect(href(path, root)).toBe(atRoot);
    expect(href(path, below)).toBe(atBase);
  });

  test('is whole with the origin', () => {
    expect(absolute('/tags/größe/', root)).toBe('https://example.com/tags/gr%C3%B6%C3%9Fe/');
    expect(absolute('/', below)).toBe('https://example.com/blog/');
  });

  test('keeps the port', () => {
    expect(absolute('/a/', settings({ url: 'http://localhost:4321' }))).toBe(
      'http://localhost:4321/a/',
    );
  });
});

describe('the parameter of a route', () => {
  test.each([
    ['/', '/page/2/', 'page/2'],
    ['/tags/', '/tags/go/', 'go'],
    ['/tags/', '/tags/go/page/2/', 'go/page/2'],
    ['/', '/2024/01/hello/', '2024/01/hello'],
  ])('below %s for %s is %s', (folder, path, parameter) => {
    expect(parameterBelow(folder, path)).toBe(parameter);
  });
});
