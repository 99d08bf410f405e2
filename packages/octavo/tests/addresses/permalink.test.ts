import { describe, expect, test } from 'vitest';
import {
  permalink,
  permalinkFolder,
  permalinkError,
  postFolder,
  postSlug,
} from '../../src/addresses/permalink.ts';

describe('a pattern of permalinks', () => {
  test.each([
    '/posts/:slug/',
    '/:slug/',
    '/:year/:month/:day/:slug/',
    '/:year-:month-:day-:slug/',
    '/blog/:slug/:year/',
    '/größe/:slug/',
    '/p.:slug/',
    '/:folder/:slug/',
    '/posts/:slug.html',
    '/:year/:folder/:slug.html',
  ])('may be %s', (pattern) => {
    expect(permalinkError(pattern)).toBeUndefined();
  });

  const FOLDER = 'must start with /, and end with / or .html, like /posts/:slug/';
  test.each([
    ['nothing', '', FOLDER],
    ['a mere slash', '/', FOLDER],
    ['without the first slash', 'posts/:slug/', FOLDER],
    ['without the last slash', '/posts/:slug', FOLDER],
    ['another file', '/posts/:slug.htm', FOLDER],
    ['an empty part', '/posts//:slug/', FOLDER],
    ['a space', '/my posts/:slug/', FOLDER],
    ['a query', '/posts/?:slug/', FOLDER],
    ['a fragment', '/posts/#:slug/', FOLDER],
    ['a percent sign', '/%20/:slug/', FOLDER],
    ['a line end', '/posts/:slug/\n', FOLDER],
    ['without :slug', '/posts/', 'must contain :slug, like /posts/:slug/'],
    ['with the date alone', '/:year/:month/', 'must contain :slug, like /posts/:slug/'],
    [
      "of Hugo's tokens",
      '/:section/:slug/',
      'unknown :section; use :slug, :year, :month, :day, :folder',
    ],
    [
      "of Hugo's tokens beside ours",
      '/:slug/:title/',
      'unknown :title; use :slug, :year, :month, :day, :folder',
    ],
    [
      'with a token in capitals',
      '/:SLUG/',
      'unknown :SLUG; use :slug, :year, :month, :day, :folder',
    ],
    ['with a longer token', '/:slugs/', 'unknown :slugs; use :slug, :year, :month, :day, :folder'],
  ])('must not be %s', (_, pattern, message) => {
    expect(permalinkError(pattern)).toContain(message);
  });

  test('that is wrong is shown', () => {
    expect(permalinkError('posts/:slug')).toMatch(/not posts\/:slug$/);
  });

  test.each(['/../:slug/', '/./:slug/', '/.posts/:slug/', '/a/.:slug/'])(
    'must not have a hidden folder: %s',
    (pattern) => {
      expect(permalinkError(pattern)).toBe(
        `must not have a segment that begins with a dot, like ${pattern}`,
      );
    },
  );
});

describe('a permalink', () => {
  const post = { slug: 'hello', day: '2024-01-06' };

  test.each([
    ['/posts/:slug/', '/posts/hello/'],
    ['/:slug/', '/hello/'],
    ['/:year/:month/:day/:slug/', '/2024/01/06/hello/'],
    ['/:year-:month-:slug/', '/2024-01-hello/'],
    ['/posts/:slug.html', '/posts/hello.html'],
    ['/:folder/:slug.html', '/hello.html'],
    ['/:slug/:slug/', '/hello/hello/'],
  ])('by %s is %s', (pattern, path) => {
    expect(permalink(pattern, post)).toBe(path);
  });

  test.each(["$&-$1-$$-$`-$'", ':year', 'c++'])('has the slug %s as it is', (slug) => {
    expect(permalink('/posts/:slug/', { ...post, slug })).toBe(`/posts/${slug}/`);
  });
});

describe('a permalink with the folder', () => {
  const day = '2024-01-06';

  test.each([
    ['/:folder/:slug/', 'notes/go', '/notes/go/hello/'],
    ['/:folder/:slug/', '', '/hello/'],
    ['/posts/:folder/:slug/', '', '/posts/hello/'],
    ['/posts/:folder/:year/:slug/', 'a', '/posts/a/2024/hello/'],
    ['/p-:folder/:slug/', '', '/p-hello/'],
    ['/:folder/:slug/', undefined, '/hello/'],
  ])('by %s is in %s: %s', (pattern, folder, path) => {
    const post = { slug: 'hello', day, ...(folder !== undefined && { folder }) };
    expect(permalink(pattern, post)).toBe(path);
  });

  test.each([
    ['hello', ''],
    ['Notes on Go/2024/hello', 'notes-on-go/2024'],
    ['🎉/hello', ''],
    ['🎉/a/hello', 'a'],
  ])('takes the folder of %s from where the file is', (id, folder) => {
    expect(postFolder(id)).toBe(folder);
  });
});

describe('the slug of a post', () => {
  test.each([
    ['the name of its file', 'hello', 'hello'],
    ['a name that is no slug yet', 'My First Post!', 'my-first-post'],
    ['the name without the folders above', '2024/01/hello', 'hello'],
    ['the name of a bundle in folders', 'notes/C# today', 'csharp-today'],
    ['a name with a full stop', 'v1.2', 'v1.2'],
  ])('is made from %s', (_, id, slug) => {
    expect(postSlug(id, undefined)).toBe(slug);
  });

  test.each(['Hello', 'C++', 'größe', 'a_b', '$&'])(
    'in front matter is taken as it is: %s',
    (slug) => {
      expect(postSlug('2024/other', slug)).toBe(slug);
    },
  );

  test('is empty if the name has no letter or digit', () => {
    expect(postSlug('2024/🎉', undefined)).toBe('');
  });
});

describe('the folder that all permalinks share', () => {
  test.each([
    ['/posts/:slug/', '/posts/'],
    ['/blog/posts/:slug/', '/blog/posts/'],
    ['/posts/:year/:slug/', '/posts/'],
    ['/:slug/', '/'],
    ['/:year/posts/:slug/', '/'],
    ['/p-:slug/', '/'],
    ['/posts/p-:slug/', '/posts/'],
    ['/:slug/posts/', '/'],
  ])('of %s is %s', (pattern, folder) => {
    expect(permalinkFolder(pattern)).toBe(folder);
  });
});
