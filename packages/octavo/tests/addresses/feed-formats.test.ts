import { describe, expect, test } from 'vitest';
import { alsoAtError } from '../../src/addresses/feed-formats.ts';

describe('a path of feeds.alsoAt may be:', () => {
  test.each([
    '/index.xml',
    '/feed.xml',
    '/feed/index.xml',
    '/index.rdf',
    '/atom/index.atom',
    '/feeds/all.atom.xml',
    '/index.json',
    '/blog.rss',
    '/tags/:tag/index.xml',
    '/tag/:tag.xml',
    '/series/:series/index.xml',
    '/writers/:author.atom',
    '/:folder/index.xml',
    '/größe/日本語.xml',
    '/feed/',
    '/tag/:tag/feed/',
  ])('%s', (path) => {
    expect(alsoAtError(path)).toBeUndefined();
  });
});

const PATH = /^must be a path of this site, like \/index\.xml/;
const ENDING = /^must end in \.xml, \.rss, \.atom, \.rdf, \.json or \//;
const OWN = /^is the URL of a built-in file$/;

describe('a path of feeds.alsoAt must not be:', () => {
  test.each([
    ['no path', 'index.xml', PATH],
    ['an address', 'https://example.com/index.xml', PATH],
    ['of another site', '//example.com/index.xml', PATH],
    ['with a query', '/?feed=rss2.xml', PATH],
    ['with a fragment', '/index.xml#a', PATH],
    ['percent-encoded', '/gr%C3%B6%C3%9Fe.xml', PATH],
    ['with a space', '/my feed.xml', PATH],
    ['with a backslash', '\\index.xml', PATH],
    ['above', '/../index.xml', PATH],
    ['with a dot', '/./index.xml', PATH],
    ['hidden', '/.rss.xml', /^must not have a segment that begins with a dot, /],
    ['in a hidden folder', '/a/.b/rss.xml', /^must not have a segment that begins with a dot, /],
    ['of nothing', '/', PATH],
    ['of an empty folder', '/a//index.xml', PATH],
    ['a built-in page', '/archive/', /^is a built-in page$/],
    ['a folder of tags', '/tags/:tag/', /^is a built-in page$/],
    ['without an ending', '/feed', ENDING],
    ['a page', '/index.html', ENDING],
    ['a page of a feed', '/index.xml.html', ENDING],
    ['the folder above', '/a/..', PATH],
    ['a program', '/rss.php', ENDING],
    ['of a year', '/:year/index.xml', /^unknown :year; use :tag, :series, :author, :folder$/],
    ['of tags', '/:tags.xml', /^unknown :tags; /],
    ['of a colon', '/a:.xml', /^unknown :; /],
    ['of two tags', '/:tag/:tag.xml', /^must contain only one of :tag, :tag$/],
    ['the RSS feed', '/rss.xml', OWN],
    ['the Atom feed', '/atom.xml', OWN],
    ['the JSON Feed', '/feed.json', OWN],
    ['an archive', '/rss/12.xml', OWN],
    ['an archive in JSON', '/feed/1.json', OWN],
    ['the feed of a tag', '/tags/go/rss.xml', OWN],
    ['the feed of a series', '/series/one/rss.xml', OWN],
    ['the feed of each author', '/authors/:author/rss.xml', OWN],
    ['the feed of each tag', '/tags/:tag/rss.xml', OWN],
    ['the sitemap', '/sitemap-index.xml', OWN],
  ])('%s', (_, path, message) => {
    expect(alsoAtError(path)).toMatch(message);
  });
});
