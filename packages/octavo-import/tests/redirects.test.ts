import { describe, expect, test } from 'vitest';
import type { OldAddress } from '../src/imported-site.ts';
import { fileOf, redirectPages, redirectRules } from '../src/write/redirects.ts';
import { addressList, deadUrls, readAddressList } from '../src/write/verify.ts';
import { folder } from '../../octavo/tests/helpers.ts';

const SITE = { url: 'https://example.com/blog/', language: 'en' };
const address = (
  from: string,
  to: string,
  by: OldAddress['by'],
  kind: OldAddress['kind'] = 'list',
): OldAddress => ({ from, to, by, kind });
const ADDRESSES = [
  address('/a/', '/a/', 'same', 'post'),
  address('/größe/', '/tags/größe/', 'page'),
  address('/c#/feed.xml', '/rss.xml', 'rule', 'feed'),
  address('/index.xml', '/rss.xml', 'feed', 'feed'),
  address('/index.rss', '/rss.xml', 'feed', 'feed'),
];

test.each([
  ['/', '/index.html'],
  ['/a/', '/a/index.html'],
  ['/a', '/a/index.html'],
  ['/a.html', '/a.html'],
  ['/a.b/c', '/a.b/c/index.html'],
  ['/go-1.22', '/go-1.22/index.html'],
])('a host answers %s with %s', (path, file) => {
  expect(fileOf(path)).toBe(file);
});

test('a page names the feed that it redirects to', () => {
  const [page] = redirectPages([address('/tag/a/feed/', '/tags/a/rss.xml', 'page', 'feed')], SITE);
  expect(page!.content).toContain(
    '<link rel="alternate" type="application/rss+xml" href="https://example.com/blog/tags/a/rss.xml" />',
  );
});

test('a page redirects from an old URL, under the base path', () => {
  const [page, ...others] = redirectPages(ADDRESSES, SITE);
  expect(others).toEqual([]);
  expect(page).toEqual({ path: 'public/größe/index.html', content: expect.any(String) });
  expect(page!.content).toContain('content="0; url=/blog/tags/gr%C3%B6%C3%9Fe/"');
  expect(page!.content).toContain(
    '<link rel="canonical" href="https://example.com/blog/tags/gr%C3%B6%C3%9Fe/" />',
  );
});

describe('rules', () => {
  const rules =
    '/blog/gr%C3%B6%C3%9Fe/ /blog/tags/gr%C3%B6%C3%9Fe/ 301\n/blog/c%23/feed.xml /blog/rss.xml 301\n';

  test('are after those of the owner, and are rewritten each time', () => {
    const once = redirectRules('/mine /yours 302', ADDRESSES, SITE);
    expect(once).toMatch(/^\/mine \/yours 302\n# /);
    expect(once).toContain(rules);
    expect(redirectRules(`${once}/behind /x 301\n`, ADDRESSES, SITE)).toBe(
      once.replace('302\n', '302\n/behind /x 301\n'),
    );
    expect(redirectRules(once, [], SITE)).toBe('/mine /yours 302\n');
  });
});

describe('the check of old addresses', () => {
  const files = {
    'a/index.html': 'A',
    'größe/index.html': '<meta http-equiv="refresh" content="0;url=/blog/tags/gr%C3%B6%C3%9Fe/" />',
    'tags/größe/index.html': 'T',
    'rss.xml': '<rss version="2.0"></rss>',
    'index.xml': '<rss version="2.0"></rss>',
    'index.rss': '<rss version="2.0"></rss>',
    _redirects: '/blog/c%23/feed.xml /blog/rss.xml 301\n',
  };
  const dead = (changes: Record<string, string>) =>
    deadUrls(folder({ ...files, ...changes }), readAddressList(addressList(ADDRESSES)), '/blog/');

  test('finds nothing where all answer', () => {
    expect(dead({})).toEqual([]);
  });

  test.each([
    ['/c#/feed.xml not found', { _redirects: '' }],
    [
      '/größe/ not found',
      { 'größe/index.html': '<meta http-equiv="refresh" content="0;url=/blog/nowhere/" />' },
    ],
    [
      '/größe/ not found',
      {
        'größe/index.html': '<meta http-equiv="refresh" content="0;url=/blog/gr%C3%B6%C3%9Fe/" />',
      },
    ],
    ['/index.xml is no longer a feed', { 'index.xml': '<!DOCTYPE html>' }],
  ])('finds that %s', (line, changes) => {
    expect(dead(changes)).toEqual([line]);
  });

  test('reads a list that it wrote', () => {
    expect(readAddressList(addressList(ADDRESSES))).toEqual(expect.arrayContaining(ADDRESSES));
  });
});
