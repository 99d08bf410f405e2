import { describe, expect, test } from 'vitest';
import { pageHead, type PageFacts } from '../../src/head/page-head.ts';
import { settings } from '../helpers.ts';

const site = settings({ title: 'Notes', url: 'https://example.com/blog/' });
const head = (facts: Partial<PageFacts> = {}) =>
  pageHead({ title: 'Hello', description: 'A post.', path: '/posts/hello/', ...facts }, site);
const description = (text: string) => head({ description: text }).description;

describe('the title of a page', () => {
  test.each([
    ['/posts/hello/', 'Hello', 'Hello – Notes'],
    ['/posts/notes/', 'Notes', 'Notes – Notes'],
    ['/', 'Notes', 'Notes'],
    [undefined, 'Not found', 'Not found – Notes'],
  ])('at %s that is called %s is %s', (path, title, expected) => {
    expect(head({ path, title }).title).toBe(expected);
  });
});

test('the description of a page has at most 160 characters', () => {
  expect(description('A post.')).toBe('A post.');
  expect(description('word '.repeat(40))).toBe(`${'word '.repeat(31)}word…`);
});

describe('the canonical address of a page', () => {
  test('is its own, whole and under the base path', () => {
    expect(head({ path: '/posts/größe/' }).canonical).toBe(
      'https://example.com/blog/posts/gr%C3%B6%C3%9Fe/',
    );
  });

  test('is that of its first publication', () => {
    expect(head({ canonical: 'https://example.org/first/' }).canonical).toBe(
      'https://example.org/first/',
    );
  });

  test('is absent where search engines are kept out', () => {
    expect(head({ noindex: true })).toMatchObject({ noindex: true, canonical: undefined });
    expect(head({ noindex: true, canonical: 'https://example.org/' }).canonical).toBeUndefined();
  });
});

test.each([
  [undefined, false],
  [false, false],
  [true, true],
])('search engines are kept out only on demand: %s', (noindex, expected) => {
  expect(head({ noindex }).noindex).toBe(expected);
});

/** Returns the contents of the meta elements of a name, in order. */
const contents = (name: string, facts: Partial<PageFacts>, on = site) =>
  pageHead({ title: 'Hello', description: 'A post.', path: '/posts/hello/', ...facts }, on)
    .meta.filter((meta) => ('property' in meta ? meta.property : meta.name) === name)
    .map(({ content }) => content);

const day = (written: string) => ({ day: written, time: Date.parse(written), datetime: written });

const article = {
  date: day('2024-01-06'),
  authors: [
    { url: '/authors/jane/', fediverse: '@jane@example.com' },
    { url: '/authors/john/', fediverse: undefined },
  ],
  tags: [
    { slug: 'go', name: 'Go' },
    { slug: 'c++', name: 'C++' },
  ],
};

const image = {
  url: 'https://example.com/a.jpeg',
  width: 1200,
  height: 675,
  type: 'image/jpeg',
  alt: 'A sheet',
};

describe('the Open Graph of a page', () => {
  test.each([
    ['og:title', ['Hello']],
    ['og:description', ['A post.']],
    ['og:url', ['https://example.com/blog/posts/hello/']],
    ['og:site_name', ['Notes']],
    ['og:locale', ['en_US']],
    ['og:type', ['website']],
    ['og:image', []],
    ['twitter:card', ['summary']],
    ['article:published_time', []],
    ['fediverse:creator', []],
  ])('has %s: %j', (name, expected) => {
    expect(contents(name, {})).toEqual(expected);
  });

  test.each([
    ['og:type', ['article']],
    ['article:published_time', ['2024-01-06']],
    ['article:modified_time', []],
    [
      'article:author',
      ['https://example.com/blog/authors/jane/', 'https://example.com/blog/authors/john/'],
    ],
    ['article:tag', ['Go', 'C++']],
    ['fediverse:creator', ['@jane@example.com']],
  ])('has for an article %s: %j', (name, expected) => {
    expect(contents(name, { article })).toEqual(expected);
  });

  test('has a type for the page of an author', () => {
    expect(contents('og:type', { profile: { fediverse: undefined } })).toEqual(['profile']);
  });

  test('has the date of an update', () => {
    const updated = { ...article, updated: day('2024-02-01') };
    expect(contents('article:modified_time', { article: updated })).toEqual(['2024-02-01']);
  });

  test.each([
    ['og:image', image.url],
    ['og:image:width', '1200'],
    ['og:image:height', '675'],
    ['og:image:alt', 'A sheet'],
    ['twitter:card', 'summary_large_image'],
  ])('has of a picture %s: %s', (name, expected) => {
    expect(contents(name, { image })).toEqual([expected]);
  });

  test('has the address of the first publication', () => {
    const canonical = 'https://example.org/first/';
    expect(contents('og:url', { canonical })).toEqual([canonical]);
  });

  test('is there for what is shared and kept out of search engines', () => {
    expect(contents('og:url', { noindex: true })).toEqual([
      'https://example.com/blog/posts/hello/',
    ]);
  });

  test('is not there for the page that stands for what is not there', () => {
    expect(head({ path: undefined, noindex: true }).meta).toEqual([]);
  });

  test('has the description as search engines have it', () => {
    const long = 'word '.repeat(100);
    expect(contents('og:description', { description: long })).toEqual([description(long)]);
  });

  test.each([
    ['en', 'en_US'],
    ['de', 'de_DE'],
    ['de-AT', 'de_AT'],
    ['pt-BR', 'pt_BR'],
    ['ja', 'ja_JP'],
    ['ar', 'ar_EG'],
    ['zh-Hant', 'zh_TW'],
  ])('names the language %s as %s', (language, expected) => {
    expect(contents('og:locale', {}, settings({ language }))).toEqual([expected]);
  });
});

describe('the account in the Fediverse', () => {
  const blog = settings({ fediverse: '@blog@example.com' });

  test.each<[string, Partial<PageFacts>, string[]]>([
    ['of the settings on a list', {}, ['@blog@example.com']],
    ['of the author on an article', { article }, ['@jane@example.com']],
    ['of nobody on an article of a guest', { article: { ...article, authors: [] } }, []],
    ['of the author on the author’s page', { profile: { fediverse: '@j@e.org' } }, ['@j@e.org']],
    ['of nobody on the page of a guest', { profile: { fediverse: undefined } }, []],
  ])('is that %s', (_, facts, expected) => {
    expect(contents('fediverse:creator', facts, blog)).toEqual(expected);
  });
});

describe('the Markdown of a page', () => {
  test('is linked under the base path, encoded', () => {
    expect(head({ path: '/posts/größe/', hasMarkdown: true }).markdown).toBe(
      '/blog/posts/gr%C3%B6%C3%9Fe.md',
    );
  });

  test.each<Partial<PageFacts>>([
    {},
    { hasMarkdown: true, noindex: true },
    { hasMarkdown: true, path: undefined },
  ])('is not linked for %j', (facts) => {
    expect(head(facts).markdown).toBeUndefined();
  });
});

test('structured data is printed where search engines are let in', () => {
  const structuredData = [{ '@type': 'Blog', name: 'Notes' }];
  expect(head({ structuredData, breadcrumbs: [] }).jsonLd).toEqual([
    '{"@context":"https://schema.org","@type":"Blog","name":"Notes"}',
  ]);
  expect(head({ structuredData, noindex: true }).jsonLd).toEqual([]);
});

describe('breadcrumbs', () => {
  test('lead to the page, from the index', () => {
    const [data = ''] = head().jsonLd;
    expect(data).toContain('"@type":"BreadcrumbList"');
    expect(data).toContain('"position":2,"name":"Hello"');
  });

  test('lead to the page by those that are given', () => {
    const breadcrumbs = [
      { name: 'Tags', path: '/tags/' },
      { name: 'Go', path: '/tags/go/' },
    ];
    expect(head({ breadcrumbs }).jsonLd[0]).toContain('"position":3,"name":"Go"');
  });

  test('are not there on the index', () => {
    expect(head({ path: '/' }).jsonLd).toEqual([]);
  });
});
