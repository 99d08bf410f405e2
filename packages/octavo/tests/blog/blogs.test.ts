import { describe, expect, test } from 'vitest';
import { blogs } from '../helpers.ts';

const CONFIG = { languages: { de: {}, ja: {} } };

const FILES = {
  'authors/jane.de.md': { name: 'Johanna' },
  'authors/john.md': { name: 'John' },
  'posts/all.md': {},
  'posts/all.de.md': {},
  'posts/ja/all.md': {},
  'posts/both.md': {},
  'posts/both/index.de.md': { slug: 'beide' },
  'posts/english.md': { tags: ['Go'] },
  'posts/deutsch.de.md': { translationKey: 'key', authors: ['john'] },
  'posts/nihongo.ja.md': { translationKey: 'key', unlisted: true },
  'posts/draft.md': {},
  'posts/draft.de.md': { draft: true },
  'pages/about.md': {},
  'pages/ueber.de.md': { translationKey: 'about' },
};

describe('the blogs of a site in several languages', () => {
  const [en, de, ja] = blogs(FILES, CONFIG);

  test.each([
    ['en', en, ['/posts/all/', '/posts/both/', '/posts/draft/', '/posts/english/']],
    ['de', de, ['/posts/all/', '/posts/beide/', '/posts/deutsch/']],
    ['ja', ja, ['/posts/all/']],
  ])('have in %s the posts in that language', (code, blog, urls) => {
    expect(blog?.site.code).toBe(code);
    expect(blog?.posts.map(({ url }) => url).sort()).toEqual(urls);
  });

  test.each([
    ['all', en, ['de /de/ /posts/all/', 'ja /ja/ /posts/all/']],
    ['all', de, ['en / /posts/all/', 'ja /ja/ /posts/all/']],
    ['both', en, ['de /de/ /posts/beide/']],
    ['both', de, ['en / /posts/both/']],
    ['english', en, []],
    ['deutsch', de, ['ja /ja/ /posts/nihongo/']],
    ['nihongo', ja, ['de /de/ /posts/deutsch/']],
    ['draft', en, []],
    ['about', en, ['de /de/ /ueber/']],
    ['ueber', de, ['en / /about/']],
  ])('link the translations of %s', (id, blog, translations) => {
    const all = blog && [...blog.posts, ...blog.unlisted, ...blog.pages];
    const entry = all?.find((one) => one.id === id);
    const found = entry?.translations.entries().map(([code, other]) => {
      return `${code} ${other.base} ${other.url}`;
    });
    expect([...(found ?? [])]).toEqual(translations);
  });

  test('have the tags of their posts', () => {
    expect([en, de].map((blog) => [...blog!.tags.keys()])).toEqual([['go'], []]);
  });

  test('have the authors of the blog where the language has no file of them', () => {
    expect(de?.authors.map(({ name }) => name)).toEqual(['Johanna', 'John']);
    expect(de?.posts.find(({ id }) => id === 'deutsch')?.authors[0]?.name).toBe('John');
  });
});
