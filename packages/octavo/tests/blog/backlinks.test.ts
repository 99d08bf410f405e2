import { describe, expect, test } from 'vitest';
import { blogs } from '../helpers.ts';

const links = (...names: string[]) => ({
  body: { links: names.map((name) => `src/content/posts/${name}`) },
});

const FILES = {
  'posts/target.md': {},
  'posts/old.md': { date: '2020-01-01', ...links('target.md', 'new.md') },
  'posts/new.md': { date: '2023-01-01', ...links('target.md') },
  'posts/unlisted.md': { unlisted: true, ...links('target.md') },
  'posts/draft.md': { draft: true, ...links('target.md') },
  'posts/only.de.md': { date: '2021-01-01', ...links('target.md') },
  'posts/target.de.md': links('target.md'),
  'posts/new.de.md': links('target.md'),
  'posts/more.md': { date: '2019-01-01' },
  'posts/more.de.md': { date: '2019-01-01', ...links('target.md') },
  'posts/target.ja.md': links('target.md'),
};

const CONFIG = { languages: { de: {}, ja: {} } };

describe('the posts that link to a post', () => {
  test.each([
    ['target', 0, ['/posts/new/', '/de/posts/only/', '/posts/old/', '/de/posts/more/']],
    ['new', 0, ['/posts/old/']],
    ['old', 0, []],
    ['target', 1, []],
  ])('%s of blog %i are the listed ones, newest first: %j', (id, index, expected) => {
    const blog = blogs(FILES, { ...CONFIG, backlinks: true })[index]!;
    const post = blog.posts.find((one) => one.id === id)!;
    const urls = blog.backlinks(post).map(({ base, url }) => base.slice(0, -1) + url);
    expect(urls).toEqual(expected);
  });

  test('are none where the setting is off', () => {
    const [blog] = blogs(FILES, CONFIG);
    expect(blog!.posts.flatMap((post) => blog!.backlinks(post))).toEqual([]);
  });

  test('are not among the related ones', () => {
    const body = { terms: 'ztunnel 3' };
    const files = {
      'posts/one.md': { date: '2020-01-01', body },
      'posts/two.md': { date: '2021-01-01', body },
      'posts/three.md': { date: '2022-01-01', body: { ...body, ...links('one.md').body } },
    };
    const related = (backlinks: boolean) => {
      const [blog] = blogs(files, { backlinks });
      return blog!.related(blog!.posts[2]!).map(({ id }) => id);
    };
    expect(related(false)).toEqual(['three']);
    expect(related(true)).toEqual([]);
  });
});
