import { describe, expect, test } from 'vitest';
import { alternateLinks } from '../../src/blog/versions.ts';
import { blog, blogs } from '../helpers.ts';

const FILES = {
  'posts/a.md': { tags: ['Go'] },
  'posts/a.de.md': { slug: 'x', tags: ['Go'] },
  'posts/a.ja.md': { unlisted: true },
  'posts/b.md': { tags: ['Web'] },
  'posts/b.de.md': { canonical: 'https://example.org/b/' },
  'posts/c.de.md': {},
  'posts/c.ja.md': {},
  'pages/about.md': {},
  'pages/about.de.md': {},
};
const CONFIG = { languages: { de: {}, ja: {} }, pageSize: 1 };
const all = blogs(FILES, CONFIG);
const inLanguage = (code: string) => all.find(({ site }) => site.code === code)!;

describe('the versions of a page', () => {
  test.each<[path: string, code: string, versions: string[]]>([
    ['/', 'en', ['/', '/de/', '/ja/']],
    ['/page/2/', 'en', ['/page/2/', '(/de/)', '(/ja/)']],
    ['/posts/a/', 'en', ['/posts/a/', '/de/posts/x/', '(/ja/posts/a/)']],
    ['/posts/x/', 'de', ['/posts/a/', '/de/posts/x/', '(/ja/posts/a/)']],
    ['/posts/b/', 'en', ['/posts/b/', '(/de/posts/b/)', '(/ja/)']],
    ['/posts/c/', 'ja', ['(/)', '/de/posts/c/', '/ja/posts/c/']],
    ['/about/', 'de', ['/about/', '/de/about/', '(/ja/)']],
    ['/tags/go/', 'de', ['/tags/go/', '/de/tags/go/', '(/ja/)']],
    ['/tags/web/', 'en', ['/tags/web/', '(/de/)', '(/ja/)']],
    ['/archive/', 'ja', ['/archive/', '/de/archive/', '/ja/archive/']],
    ['/search/', 'en', ['(/search/)', '(/de/search/)', '(/ja/search/)']],
    ['/none/', 'de', ['(/)', '(/de/)', '(/ja/)']],
  ])('of %s in %s are %j, those in parentheses not for search engines', (path, code, versions) => {
    const found = inLanguage(code).versions(path);
    const shown = found.map(({ site, path: at, isListed }) => {
      const url = site.base + at.slice(1);
      return isListed ? url : `(${url})`;
    });
    expect(shown).toEqual(versions);
  });

  test('are none in a blog with one language', () => {
    expect(blog({}).versions('/')).toEqual([]);
  });
});

describe('the links between the versions of a page', () => {
  test.each<[path: string, code: string, links: string[]]>([
    ['/posts/a/', 'en', ['en /posts/a/', 'de /de/posts/x/', 'x-default /posts/a/']],
    ['/posts/c/', 'de', ['de /de/posts/c/', 'ja /ja/posts/c/', 'x-default /de/posts/c/']],
    ['/posts/b/', 'en', []],
  ])('of %s in %s are %j', (path, code, links) => {
    const versions = inLanguage(code).versions(path);
    const found = alternateLinks({ versions }).map(({ hreflang, href }) => {
      return `${hreflang} ${new URL(href).pathname}`;
    });
    expect(found).toEqual(links);
  });

  test('are none on a page with a canonical URL elsewhere', () => {
    const versions = inLanguage('en').versions('/');
    expect(alternateLinks({ versions, canonical: 'https://example.org/' })).toEqual([]);
  });
});

describe('with listOtherLanguages, the posts of a list', () => {
  test.each([
    ['en', ['/posts/a/', '/posts/b/', '/de/posts/c/ de']],
    ['de', ['/de/posts/b/', '/de/posts/c/', '/de/posts/x/']],
    ['ja', ['/ja/posts/c/', '/posts/b/ en']],
  ])('in %s are %j', (code, posts) => {
    const [found] = blogs(FILES, { ...CONFIG, listOtherLanguages: true }).filter(
      ({ site }) => site.code === code,
    );
    const shown = found?.listed.map(({ base, url, lang }) => {
      return [base + url.slice(1), lang].filter(Boolean).join(' ');
    });
    expect(shown?.sort()).toEqual(posts.sort());
  });
});
