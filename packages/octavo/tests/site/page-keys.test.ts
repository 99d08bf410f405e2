import { describe, expect, test, vi } from 'vitest';
import { paginate } from '../../src/blog/pagination.ts';
import type { Blog, Post } from '../../src/site/get-blog.ts';
import { articleKey, feedKey, listKey, twinKey } from '../../src/site/page-keys.ts';
import { blog as modelOf } from '../helpers.ts';

const media = vi.hoisted(() => ({ version: 'a' }));
vi.mock('../../src/markdown/pictures/picture-files.ts', () => ({
  mediaVersion: () => media.version,
}));

/** Returns a blog as routes get it: only the type of covers differs. */
const blog = (...args: Parameters<typeof modelOf>) => modelOf(...args) as unknown as Blog;

type Files = Parameters<typeof modelOf>[0];

const FILES: Files = {
  'posts/one.md': { title: 'One', date: '2024-01-01', tags: ['Go'], series: 'S' },
  'posts/two.md': {
    ...{ title: 'Two', date: '2024-01-02', tags: ['Go'], series: 'S' },
    body: { pictures: ['src/content/posts/two.png'] },
  },
  'posts/three.md': { title: 'Three', date: '2024-01-03' },
};

/** Returns the keys of what shows the post `two`, of a blog with some files changed. */
function keys(changes: Files = {}, version = 'a', body = 'posts/two.md') {
  media.version = version;
  const site = blog({ ...FILES, ...changes });
  const find = (path: string) => site.posts.find((post) => post.path === `src/content/${path}`)!;
  const post = find(body);
  const [page] = paginate(site.posts, 10);
  return {
    article: articleKey(post, site),
    feed: feedKey({ path: '/rss.xml', format: 'rss' }, site.posts, site),
    list: listKey(page!, site),
    markdown: twinKey(post),
  };
}

/** Returns the names of the keys that a change of files changes. */
function changed(...[changes, ...rest]: Parameters<typeof keys>): string[] {
  const [before, after] = [keys(), keys(changes, ...rest)];
  return Object.keys(before).filter(
    (name) => before[name as keyof typeof before] !== after[name as keyof typeof after],
  );
}

const two = FILES['posts/two.md']!;
const NO_WORDS = { automatic: { text: '', goesOn: false }, characters: 0 };

describe('the cache key', () => {
  test('is the same for the same blog', () => {
    expect(changed({})).toEqual([]);
  });

  test.each<[string, Files, string[]]>([
    ['the title', { 'posts/two.md': { ...two, title: 'Zwei' } }, ['article', 'list']],
    ['the date', { 'posts/two.md': { ...two, date: '2024-01-02 10:00' } }, ['article', 'list']],
    ['the summary', { 'posts/two.md': { ...two, summary: 'New.' } }, ['list']],
    [
      'the name of a tag',
      { 'posts/one.md': { ...FILES['posts/one.md'], tags: ['GO'] } },
      ['article', 'feed', 'markdown'],
    ],
    [
      'a draft that is published',
      { 'posts/four.md': { title: 'Four', date: '2024-01-04' } },
      ['feed', 'list'],
    ],
    [
      'a newer post',
      { 'posts/new.md': { title: 'New', date: '2024-01-02 12:00' } },
      ['article', 'feed', 'list'],
    ],
    [
      'the title of the older post',
      { 'posts/one.md': { ...FILES['posts/one.md'], title: 'Eins' } },
      ['article', 'list'],
    ],
    [
      'another part of the series',
      { 'posts/old.md': { title: 'Old', date: '2020-01-01', series: 'S' } },
      ['article', 'feed', 'list'],
    ],
  ])('changes with %s where it is shown', (_, changes, expected) => {
    expect(changed(changes)).toEqual(expect.arrayContaining(expected));
  });

  test('of an article, its Markdown and its feeds changes with its media', () => {
    expect(changed({}, 'b')).toEqual(['article', 'feed', 'markdown']);
  });

  test('changes with the minutes, though the file is the same', () => {
    const longer = { ...two, body: { text: { ...NO_WORDS, words: 5000 } } };
    expect(changed({ 'posts/two.md': longer })).toEqual(['article', 'feed', 'list', 'markdown']);
  });

  test('of a feed changes with the number of all posts, of which its archive is made', () => {
    const site = blog(FILES);
    const address = { path: '/rss.xml', format: 'rss' } as const;
    const posts = site.posts.slice(0, 1);
    const more = { ...site, mainPosts: [...site.posts, ...site.posts] };
    expect(feedKey(address, posts, more)).not.toBe(feedKey(address, posts, site));
  });

  test('of a list changes with its number, its total and what it shows beside posts', () => {
    const site = blog(FILES);
    const page = paginate(site.posts, 1)[0]!;
    const keys = [
      listKey(page, site),
      listKey({ ...page, number: 2 }, site),
      listKey({ ...page, total: 9 }, site),
      listKey(page, { ...site, years: '1999' }),
      listKey(page, { ...site, author: undefined }),
      listKey(page, site, 'Go'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(['draft', 'published'] as const)('changes with %s, which a preview shows', (state) => {
    const site = blog(FILES);
    const post = site.posts[0]!;
    const other = { ...post, [state]: !post[state] };
    expect(articleKey(other, site)).not.toBe(articleKey(post, site));
  });

  test('of an article changes with its likes and reposts', () => {
    const site = blog(FILES);
    const post = site.posts[0]!;
    const liked = { ...post, reactions: { like: 1, repost: 0 } };
    expect(articleKey(liked, site)).not.toBe(articleKey(post, site));
  });

  test('of an article, its Markdown and its feeds changes with the file of an author', () => {
    const site = blog(FILES);
    const keysOf = (post: Post) => [
      articleKey(post, site),
      twinKey(post),
      feedKey({ path: '/rss.xml', format: 'rss' }, [post], site),
    ];
    const post = site.posts[0]!;
    const other = { ...post, authors: [{ ...post.authors[0]!, digest: 'new' }] };
    expect(new Set([...keysOf(post), ...keysOf(other)]).size).toBe(6);
  });

  test('of an article and a feed changes with the file of the author of the site', () => {
    const site = blog(FILES);
    const keysOf = (author: typeof site.author) => [
      articleKey(site.posts[0]!, { ...site, author }),
      feedKey({ path: '/rss.xml', format: 'rss' }, site.posts, { ...site, author }),
    ];
    const authors = [site.author, { ...site.author!, digest: 'new' }, undefined];
    expect(new Set(authors.flatMap(keysOf)).size).toBe(6);
  });

  test.each([
    ['number', { number: 9 }, {}],
    ['slug', {}, { slug: 'other' }],
    ['name', {}, { name: 'Other' }],
  ])('of an article changes with the %s of its series', (_, part, series) => {
    const site = blog(FILES);
    const post = site.posts.find(({ id }) => id === 'two')!;
    const changed = { ...post.part!, ...part, series: { ...post.part!.series, ...series } };
    expect(articleKey({ ...post, part: changed }, site)).not.toBe(articleKey(post, site));
  });

  test('of the feed of a tag changes with the name of the tag', () => {
    const site = blog(FILES);
    const tag = { ...site.tags.get('go')!, kind: 'tag', url: '/tags/go/' } as const;
    const keyOf = (name: string) =>
      feedKey({ path: '/go.xml', format: 'rss', list: { ...tag, name } }, site.posts, site);
    expect(keyOf('GO')).not.toBe(keyOf('Go'));
  });

  test('is missing for MDX, which is always made, and for feeds with MDX', () => {
    const files = { 'posts/four.mdx': { title: 'Four', date: '2024-01-04' } };
    expect(keys(files, 'a', 'posts/four.mdx')).toMatchObject({
      article: undefined,
      feed: undefined,
      markdown: undefined,
      list: expect.any(String) as string,
    });
  });
});
