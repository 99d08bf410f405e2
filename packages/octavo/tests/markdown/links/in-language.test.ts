import { describe, expect, test } from 'vitest';
import { fileInLanguage, pathInLanguage } from '../../../src/markdown/links/in-language.ts';
import { DEFAULT_SITE, markdownDocument } from '../../../src/markdown/document.ts';

const PAGES = ['/about/', '/de/about/', '/posts/a/', '/de/posts/a/', '/posts/b/'];
const GERMAN = { ...DEFAULT_SITE, code: 'de', language: 'de', languages: { de: {} } };
const ENGLISH = { ...GERMAN, code: 'en', language: 'en' };

/** All languages are below their folders. */
const PREFIXED = { ...ENGLISH, code: 'de', defaultCode: 'de', prefixDefaultLanguage: true };

const documentIn = (site: typeof GERMAN, path = 'src/content/posts/c.de.md') =>
  markdownDocument(
    path,
    {
      page: (of) =>
        PAGES.includes(of) ? (of === '/de/posts/a/' ? 'a.de.md' : `at ${of}`) : undefined,
      translation: (query) => (query === 'de a.md' ? 'a.de.md' : undefined),
    },
    { site },
  );

describe('a link in a language', () => {
  test.each([
    ['/about/', GERMAN, '/de/about/'],
    ['/about/', ENGLISH, '/about/'],
    ['/posts/b/', GERMAN, '/posts/b/'],
    ['/de/about/', GERMAN, '/de/about/'],
    ['/about/', DEFAULT_SITE, '/about/'],
    ['/about/', PREFIXED, '/de/about/'],
    ['/de/about/', PREFIXED, '/de/about/'],
    ['/posts/b/', PREFIXED, '/posts/b/'],
  ])('to %s leads to its page there, if there is one', (path, site, expected) => {
    expect(pathInLanguage(path, documentIn(site as typeof GERMAN))).toBe(expected);
  });

  test.each([
    ['a.md', GERMAN, 'a.de.md'],
    ['b.md', GERMAN, 'b.md'],
    ['a.md', ENGLISH, 'a.md'],
  ])('to the file %s leads to its translation, if there is one', (path, site, expected) => {
    expect(fileInLanguage(path, documentIn(site))).toBe(expected);
  });

  test('may lead from a translation to its original', () => {
    const document = documentIn(GERMAN, 'a.de.md');
    expect(fileInLanguage('a.md', document)).toBe('a.md');
    expect(pathInLanguage('/posts/a/', document)).toBe('/posts/a/');
  });
});
