import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import type { BuiltSite } from '../site.ts';
import { bareBlog } from '../sites/bare.ts';
import { ARCHIVED, archivedBlog } from '../sites/feeds.ts';
import { entriesOf, linkOf, olderPage, readFeed } from './feed-document.ts';

const ORIGIN = 'https://example.com';
const ITEMS = 10;

let site: BuiltSite;

/** Returns a feed of the site as it was last built, by its address. */
function feed(address: string) {
  const path = address.replace(ORIGIN, '');
  return readFeed(path, site.read(path))!;
}

/** Returns the addresses of a feed and of all pages of its archive, by following its links. */
function walk(address: string | undefined, seen: string[] = []): string[] {
  if (address === undefined) return seen;
  if (seen.includes(address)) throw new Error(`${address} leads to itself`);
  return walk(olderPage(feed(address)), [...seen, address]);
}

const FEEDS = ['/rss.xml', '/atom.xml', '/feed.json'];
const XML = FEEDS.slice(0, 2);

beforeAll(async () => {
  site = await archivedBlog();
});

describe.each(FEEDS)('the archive of %s', (path) => {
  test('is read back to the first post, without a gap', () => {
    const titles = walk(ORIGIN + path).flatMap((address) =>
      entriesOf(feed(address)).map(({ title }) => title),
    );
    expect([...new Set(titles)]).toEqual(ARCHIVED);
  });

  test('has full pages, of which the first holds the oldest posts, the newest of them first', () => {
    const pages = walk(ORIGIN + path)
      .slice(1)
      .reverse();
    expect(pages.map((address) => entriesOf(feed(address)).map(({ title }) => title))).toEqual(
      [1, 2, 3].map((page) =>
        ARCHIVED.slice(ARCHIVED.length - page * ITEMS, ARCHIVED.length - (page - 1) * ITEMS),
      ),
    );
  });

  test('is of the same feed: its title and what it is known by are those of the feed', () => {
    const of = ({ format, root, json }: ReturnType<typeof feed>) =>
      format === 'json'
        ? [json['title'], json['feed_url']]
        : root.children.filter(({ name }) => ['title', 'id'].includes(name)).map((one) => one.text);
    for (const address of walk(ORIGIN + path)) expect(of(feed(address))).toEqual(of(feed(path)));
  });
});

test.each(XML)('the pages of %s lead forward too, and to the feed', (path) => {
  const [, ...pages] = walk(ORIGIN + path);
  const oldestFirst = pages.reverse();
  expect(oldestFirst.map((address) => linkOf(feed(address), 'next-archive'))).toEqual([
    ...oldestFirst.slice(1),
    undefined,
  ]);
  for (const address of oldestFirst) {
    expect(linkOf(feed(address), 'self')).toBe(address);
    expect(linkOf(feed(address), 'current')).toBe(ORIGIN + path);
  }
  expect(linkOf(feed(path), 'next-archive')).toBeUndefined();
});

test('a feed whose items hold all posts has no archive', async () => {
  const small = await bareBlog();
  expect(entriesOf(readFeed('/rss.xml', small.read('/rss.xml'))!)).toHaveLength(7);
  expect(small.files('{rss,atom,feed}/**')).toEqual([]);
  expect(small.read('/rss.xml')).not.toContain('prev-archive');
  expect(small.read('/feed.json')).not.toContain('next_url');
});

describe('new posts', () => {
  const newest = (path: string) => path.replace('.', '/3.');
  let before: Map<string, string>;

  beforeAll(async () => {
    before = site.snapshot();
    const more = site.copy('feed-archives');
    for (let day = 1; day <= 12; day++) {
      const date = `2025-01-${String(day).padStart(2, '0')}`;
      more.write(`content/posts/new-${day}.md`, post({ title: `New ${day}`, date }));
    }
    site = await more.mustBuild();
  });

  test.each(FEEDS)('make the archive of %s longer', (path) => {
    expect(walk(ORIGIN + path)).toHaveLength(5);
  });

  test('change no page of an archive, except that the newest links to the next', () => {
    const after = site.snapshot();
    const pages = [...before.keys()].filter((path) => /^\/(?:rss|atom|feed)\//.test(path));
    expect(pages).toHaveLength(9);
    const changed = pages.filter((path) => after.get(path) !== before.get(path));
    expect(changed.sort()).toEqual(XML.map(newest).sort());
    for (const path of changed) {
      const was = Buffer.from(before.get(path)!, 'base64').toString();
      const next = /\s*<(?:atom:)?link [^>]*rel="next-archive"[^>]*\/>/;
      expect(site.read(path)).toMatch(next);
      expect(site.read(path).replace(next, '')).toBe(was);
    }
  });
});
