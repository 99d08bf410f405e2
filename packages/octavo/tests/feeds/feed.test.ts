import { describe, expect, test } from 'vitest';
import type { ListKind } from '../../src/addresses/feed-formats.ts';
import { postListsOf } from '../../src/blog/feed-list.ts';
import { parseDate } from '../../src/content/dates.ts';
import type { Author, Blog, Post } from '../../src/site/get-blog.ts';
import { feedAuthor } from '../../src/feeds/feed-author.ts';
import { feedOf, feedPosts, type ListedFeed } from '../../src/feeds/feed.ts';
import { settings } from '../helpers.ts';
import { ITEM } from './feeds.ts';

const site = settings({
  url: 'https://example.com/blog/',
  feeds: { items: 2, formerUrl: 'https://old.example/' },
});

const jane = { id: 'jane', name: 'Jane', url: '/authors/jane/' } as Author;
const posts = ['e', 'd', 'notes-old/c', 'b', 'a'].map(
  (id) => ({ id, kind: 'post', authors: [] as Author[] }) as Post,
);
const one = { slug: 'one', name: 'One', posts: [posts[3]!, posts[1]!] };
const go = { slug: 'größe', name: 'Größe', posts: posts.slice(1, 4) };
Object.assign(posts[0]!, { authors: [jane] });
const alone = { slug: 'alone', name: 'Alone', posts: [posts[4]!] };
for (const post of one.posts) Object.assign(post, { id: `Notes/${post.id}` });
const blog: Blog = {
  site,
  posts,
  mainPosts: posts,
  listed: posts,
  notes: [],
  versions: () => [],
  unlisted: [],
  pages: [],
  tags: new Map([[go.slug, go]]),
  authors: [jane],
  author: jane,
  series: new Map([one, alone].map((series) => [series.slug, series])),
  related: () => [],
  backlinks: () => [],
  years: '',
};

const SITE: ListedFeed = { path: '/rss.xml', format: 'rss' };
const listed = (kind: ListKind, slug: string): ListedFeed => {
  const list = postListsOf(blog).find((one) => one.kind === kind && one.slug === slug)!;
  return { path: `/${slug}.xml`, format: 'rss', list };
};
const TAG: ListedFeed = { ...listed('tag', 'größe'), path: '/tags/größe/rss.xml' };
const BASE = 'https://example.com/blog/';

describe('a feed holds', () => {
  test.each<[string, ListedFeed, string[]]>([
    ['the newest posts', SITE, ['e', 'Notes/d']],
    ['the newest posts of a tag', TAG, ['Notes/d', 'notes-old/c']],
    [
      'the oldest posts on the first page of its archive',
      { ...SITE, archive: 1 },
      ['Notes/b', 'a'],
    ],
    ['the next on the second', { ...SITE, archive: 2 }, ['Notes/d', 'notes-old/c']],
    ['the newest posts of a series', listed('series', 'one'), ['Notes/d', 'Notes/b']],
    ['the only post of a series', listed('series', 'alone'), ['a']],
    ['the posts of an author', listed('author', 'jane'), ['e']],
    ['the posts of a folder', listed('folder', 'notes'), ['Notes/d', 'Notes/b']],
  ])('%s', (_, address, ids) => {
    expect(feedPosts(address, blog, site).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a feed says', () => {
  test('what it is, by the address that the site had first', () => {
    expect(feedOf(SITE, blog, [], site)).toMatchObject({
      id: 'https://old.example/',
      title: 'Notes',
      description: 'Notes on many things.',
      language: 'en',
      home: BASE,
      author: { name: 'Jane', url: `${BASE}authors/jane/` },
    });
    expect(feedOf(TAG, blog, [], site)).toMatchObject({
      id: 'https://old.example/tags/gr%C3%B6%C3%9Fe/',
      title: 'Größe – Notes',
      description: 'Posts tagged “Größe”',
      home: `${BASE}tags/gr%C3%B6%C3%9Fe/`,
    });
  });

  test.each<[ListKind, string, string, string]>([
    ['series', 'one', 'One – Notes', 'All parts of the series “One”, in reading order.'],
    ['author', 'jane', 'Jane – Notes', 'Posts by Jane'],
    ['folder', 'notes', 'notes – Notes', 'Notes on many things.'],
  ])('what it is, of a list: %s', (kind, slug, title, description) => {
    const { id, ...feed } = feedOf(listed(kind, slug), blog, [], site);
    expect(feed).toMatchObject({ title, description });
    expect(id).not.toBe(feedOf(SITE, blog, [], site).id);
  });

  test.each<[string, ListedFeed, string]>([
    ['the site', SITE, 'rss.xml'],
    ['the site in JSON', { path: '/feed.json', format: 'json' }, 'feed.json'],
    ['the site at an old address', { ...SITE, path: '/index.xml' }, 'rss.xml'],
    ['a tag', TAG, 'tags/gr%C3%B6%C3%9Fe/rss.xml'],
    ['a tag at an old address', { ...TAG, path: '/größe.xml' }, 'tags/gr%C3%B6%C3%9Fe/rss.xml'],
    [
      'a tag in a format that it has nowhere else',
      { ...TAG, path: '/größe.atom', format: 'atom' },
      'gr%C3%B6%C3%9Fe.atom',
    ],
  ])('where it is subscribed to: of %s', (_, address, self) => {
    const { current, ...feed } = feedOf(address, blog, [], site);
    expect([feed.self, current, feed.archived]).toEqual([BASE + self, BASE + self, false]);
  });

  test.each<[string, ListedFeed, (string | undefined)[]]>([
    ['the feed', SITE, ['rss.xml', 'rss/2.xml', undefined]],
    ['the newest page', { ...SITE, archive: 2 }, ['rss/2.xml', 'rss/1.xml', undefined]],
    ['the oldest page', { ...SITE, archive: 1 }, ['rss/1.xml', undefined, 'rss/2.xml']],
    ['the feed of a tag', TAG, ['tags/gr%C3%B6%C3%9Fe/rss.xml', undefined, undefined]],
  ])('what its neighbours are: of %s', (_, address, expected) => {
    const { self, previous, next, archived } = feedOf(address, blog, [], site);
    expect(archived).toBe(address.archive !== undefined);
    expect([self, previous, next]).toEqual(expected.map((path) => path && BASE + path));
  });

  test('when the last of its items changed', () => {
    const item = (published: string, updated?: string) => ({
      ...ITEM,
      published: parseDate(published, 'UTC'),
      updated: updated === undefined ? undefined : parseDate(updated, 'UTC'),
    });
    const items = [item('2024-03-01'), item('2024-01-01', '2024-04-01'), item('2024-02-01')];
    expect(feedOf(SITE, blog, items, site).updated).toEqual(parseDate('2024-04-01', 'UTC'));
    expect(feedOf(SITE, blog, [], site).updated).toBeUndefined();
  });
});

test('an author is linked to their own site, else to the page of their posts', () => {
  expect(feedAuthor({ ...jane, homepage: 'https://example.org/' }, site).url).toBe(
    'https://example.org/',
  );
  expect(feedAuthor(jane, site).url).toBe(`${BASE}authors/jane/`);
});
