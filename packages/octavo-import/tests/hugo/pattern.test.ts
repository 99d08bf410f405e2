import { describe, expect, test } from 'vitest';
import { choosePattern, fit } from '../../src/site/pattern.ts';

const at = (oldUrl: string, day = '2020-03-04') => ({ oldUrl, day });
const many = (count: number, url: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => at(url(index)));

describe('the pattern of permalinks is', () => {
  test.each([
    ['/posts/:slug/', 'where there are no posts', []],
    ['/posts/:slug/', 'of one section', many(3, (index) => `/posts/p${index}/`)],
    ['/blog/posts/:slug/', 'below a folder', many(3, (index) => `/blog/posts/p${index}/`)],
    ['/:slug/', 'at the root', many(3, (index) => `/p${index}/`)],
    ['/:year/:month/:day/:slug/', 'dated', many(3, (index) => `/2020/03/04/p${index}/`)],
    ['/posts/:year/:slug/', 'dated in a section', many(3, (index) => `/posts/2020/p${index}/`)],
    [
      '/:folder/:slug/',
      'with an outlier, which keeps its address too',
      [...many(10, (index) => `/posts/p${index}/`), at('/odd/one/')],
    ],
    [
      '/:folder/:slug/',
      'of two sections',
      [...many(3, (i) => `/posts/p${i}/`), ...many(3, (i) => `/notes/n${i}/`)],
    ],
    [
      '/posts/:folder/:slug/',
      'of folders in a section',
      [...many(3, (i) => `/posts/a/p${i}/`), ...many(3, (i) => `/posts/n${i}/`)],
    ],
    [
      '/:folder/:year/:month/:day/:slug/',
      'dated in folders',
      [...many(2, (i) => `/a/b/2020/03/04/p${i}/`), ...many(2, (i) => `/2020/03/04/n${i}/`)],
    ],
    ['/posts/:slug.html', 'of files', many(3, (index) => `/posts/p${index}.html`)],
    ['/:year/:slug.html', 'of dated files', many(3, (index) => `/2020/p${index}.html`)],
    [
      '/posts/:folder/:slug.html',
      'of files in folders of a section',
      [...many(3, (i) => `/posts/a/p${i}.html`), ...many(3, (i) => `/posts/n${i}.html`)],
    ],
    [
      '/posts/:slug/',
      'of folders with a few files',
      [...many(3, (i) => `/posts/p${i}/`), at('/posts/x.html'), at('/posts/y.htm')],
    ],
    [
      '/:slug/',
      'not below what Octavo makes itself',
      [...many(2, (index) => `/p${index}/`), ...many(1, (index) => `/tags/n${index}/`)],
    ],
  ])('%s: %s', (pattern, _, posts) => {
    expect(choosePattern(posts)).toBe(pattern);
  });
});

describe('a post keeps its address', () => {
  test.each([
    ['/posts/:slug/', '/posts/größe/', { slug: 'größe' }],
    ['/:folder/:slug/', '/notes/go/x/', { slug: 'x', folder: 'notes/go' }],
    ['/:folder/:slug/', '/x/', { slug: 'x', folder: '' }],
    ['/posts/:folder/:slug/', '/posts/a/x/', { slug: 'x', folder: 'a' }],
    ['/:year/:slug/', '/2020/X/', { slug: 'X' }],
    ['/:folder/:year/:slug/', '/a/b/2020/x/', { slug: 'x', folder: 'a/b' }],
    ['/:folder/:year/:slug/', '/2020/x/', { slug: 'x', folder: '' }],
    ['/posts/:slug.html', '/posts/x.html', { slug: 'x' }],
    ['/:folder/:slug.html', '/notes/go/x.html', { slug: 'x', folder: 'notes/go' }],
    ['/:folder/:slug.html', '/x.html', { slug: 'x', folder: '' }],
  ])('by %s: %s', (pattern, url, found) => {
    expect(fit(pattern, at(url))).toEqual(found);
  });

  test.each([
    ['/posts/:slug/', '/posts/x.html'],
    ['/posts/:slug.html', '/posts/x/'],
    ['/posts/:slug.html', '/posts/x.htm'],
    ['/posts/:slug/', '/posts/c#/'],
    ['/posts/:slug/', '/posts/.bashrc/'],
    ['/posts/:slug/', '/notes/x/'],
    ['/:year/:slug/', '/2019/x/'],
    ['/:folder/:slug/', '/Some Odd/x/'],
    ['/:folder/:slug/', '/tags/x/'],
    ['/:slug/', '/'],
  ])('not by %s: %s', (pattern, url) => {
    expect(fit(pattern, at(url))).toBeUndefined();
  });
});
