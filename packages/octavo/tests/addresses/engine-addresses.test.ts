import { describe, expect, test } from 'vitest';
import {
  ENGINE_ADDRESSES,
  isEngineFile,
  isReserved,
} from '../../src/addresses/engine-addresses.ts';

test.each([
  ['/rss.xml', true],
  ['/robots.txt', true],
  ['/llms.txt', true],
  ['/atom/12.xml', true],
  ['/tags/go/rss.xml', true],
  ['/sitemap-0.xml', true],
  ['/_astro/a.css', true],
  ['/search/en/index.json', true],
  ['/_redirects', true],
  ['/rss/x.xml', false],
  ['/feed.xml', false],
  ['/blog/rss.xml', false],
  ['/tags/', false],
])('%s is a file of the engine: %s', (path, isFile) => {
  expect(isEngineFile(path)).toBe(isFile);
});

test.each([
  ['/notes/', true],
  ['/notes/page/2/', true],
  ['/notes/rss.xml', true],
  ['/notes/atom.xml/', true],
  ['/notes/a/', false],
  ['/notes/page/', false],
  ['/blogroll/', true],
  ['/blogroll.opml', true],
  ['/blogroll.opml/', true],
  ['/blogroll/a/', false],
])('%s is reserved in a blog with notes and a blogroll: %s, and never without', (path, isSo) => {
  const settings = { notes: {}, blogroll: 'src/blogroll.yaml' };
  expect(isReserved(path, '/posts/:slug/', settings)).toBe(isSo);
  expect(isReserved(path, '/posts/:slug/')).toBe(false);
});

describe('reserved', () => {
  test.each([
    ['/', true],
    ['/posts/', true],
    ['/archive/', true],
    ['/archive/2019/', false],
    ['/search/', true],
    ['/404/', true],
    ['/page/2/', true],
    ['/page/', true],
    ['/pages/', false],
    ['/tags/go/', true],
    ['/tags/go/more/', true],
    ['/series/a/', true],
    ['/authors/jane/', true],
    ['/rss.xml', true],
    ['/rss.xml/', true],
    ['/search/en/x.json', true],
    ['/about/', false],
    ['/posts/a/', false],
  ])('%s: %s', (path, is) => {
    expect(isReserved(path, '/posts/:slug/')).toBe(is);
  });

  test('is the folder that all permalinks share', () => {
    expect(isReserved('/notes/', '/notes/:year/:slug/')).toBe(true);
    expect(isReserved('/posts/', '/notes/:year/:slug/')).toBe(false);
  });

  test('is an instance of every row of the table', () => {
    const instances = ENGINE_ADDRESSES.map((pattern) =>
      pattern.replaceAll(':number', '2').replaceAll(':name', 'x').replace('*', 'x.js'),
    );
    expect(instances.filter((path) => !isReserved(path, '/:slug/'))).toEqual([]);
  });
});
