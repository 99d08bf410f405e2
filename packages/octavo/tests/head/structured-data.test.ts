import { describe, expect, test } from 'vitest';
import {
  articleData,
  breadcrumbList,
  jsonLd,
  profileData,
  siteData,
} from '../../src/head/structured-data.ts';
import type { Author, Post } from '../../src/site/get-blog.ts';
import { settingsOf } from '../../src/settings/languages.ts';
import { settings } from '../helpers.ts';

const site = settings({
  url: 'https://example.com/blog/',
  social: [
    { name: 'Mastodon', link: 'https://mastodon.example/@jane' },
    { name: 'Mail', link: 'mailto:jane@example.com' },
  ],
});

const day = (written: string) => ({ day: written, time: Date.parse(written), datetime: written });

const jane = {
  id: 'jane',
  name: 'Jane',
  url: '/authors/jane/',
  homepage: 'https://jane.example/',
  organization: false,
} as Author;
const john = { ...jane, id: 'john', name: 'John', url: '/authors/john/', homepage: undefined };
const JANE = {
  '@type': 'Person',
  name: 'Jane',
  url: 'https://example.com/blog/authors/jane/',
};

const post = {
  title: 'Hello',
  description: 'A post.',
  url: '/posts/größe/',
  date: day('2024-01-06'),
  authors: [jane],
  tags: [
    { slug: 'go', name: 'Go' },
    { slug: 'c++', name: 'C++' },
  ],
  image: 'https://example.com/blog/a.png',
  translations: new Map(),
} as unknown as Post & { description: string; image: string };

describe('a translation', () => {
  const site = settings({ languages: { de: {}, ja: {} } });
  const version = (base: string) => ({ path: '', url: '/a/', base, listed: true });
  const work = (path: string, inLanguage: string) => {
    return { '@type': 'BlogPosting', url: `https://example.com${path}`, inLanguage };
  };

  test('names its original', () => {
    const translations = new Map([
      ['en', version('/')],
      ['ja', version('/ja/')],
    ]);
    const data = articleData({ ...post, translations }, settingsOf(site, 'de'));
    expect(data).toMatchObject({ inLanguage: 'de', translationOfWork: work('/a/', 'en') });
    expect(data).not.toHaveProperty('workTranslation');
  });

  test('is named by its original, if it is listed', () => {
    const translations = new Map([
      ['de', version('/de/')],
      ['ja', { ...version('/ja/'), listed: false }],
    ]);
    const data = articleData({ ...post, translations }, settingsOf(site, 'en'));
    expect(data).toMatchObject({ workTranslation: [work('/de/a/', 'de')] });
  });
});

describe('an article', () => {
  test('has what Google recommends, and what schema.org knows of it', () => {
    expect(articleData(post, site)).toEqual({
      '@type': 'BlogPosting',
      headline: 'Hello',
      datePublished: '2024-01-06',
      author: [JANE],
      image: 'https://example.com/blog/a.png',
      inLanguage: 'en',
    });
  });

  test.each([
    ['its update', { updated: day('2024-02-01') }, { dateModified: '2024-02-01' }],
    [
      'its series',
      { series: 'The Proxies' },
      {
        isPartOf: {
          '@type': 'CreativeWorkSeries',
          name: 'The Proxies',
          url: 'https://example.com/blog/series/the-proxies/',
        },
      },
    ],
    [
      'every author',
      { authors: [jane, { ...john, organization: true }] },
      {
        author: [
          JANE,
          {
            '@type': 'Organization',
            name: 'John',
            url: 'https://example.com/blog/authors/john/',
          },
        ],
      },
    ],
  ])('says %s', (_, facts, expected) => {
    expect(articleData({ ...post, ...facts }, site)).toMatchObject(expected);
  });

  test('says nothing where there is nothing to say', () => {
    expect(jsonLd(articleData(post, site))).not.toContain('isPartOf');
  });
});

describe('the site', () => {
  test('is a blog with a publisher, who is elsewhere too', () => {
    expect(siteData(jane, site)).toEqual({
      '@type': ['WebSite', 'Blog'],
      name: 'Notes',
      url: 'https://example.com/blog/',
      description: 'Notes on many things.',
      inLanguage: 'en',
      publisher: {
        ...JANE,
        sameAs: ['https://jane.example/', 'https://mastodon.example/@jane'],
      },
    });
  });

  test('has no publisher while its author has no file', () => {
    expect(jsonLd(siteData(undefined, site))).not.toContain('publisher');
  });
});

describe('an author', () => {
  test('is the entity of the own page; what the settings say is the site’s author’s', () => {
    expect(profileData(john, site)).toEqual({
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: 'John',
        url: 'https://example.com/blog/authors/john/',
      },
    });
  });

  test('may be elsewhere by HTTP', () => {
    expect(profileData({ ...john, homepage: 'http://john.example/' }, site)).toMatchObject({
      mainEntity: { sameAs: ['http://john.example/'] },
    });
  });

  test('is elsewhere at each URL once', () => {
    const twice = { ...site, social: [...site.social, { name: 'Site', link: jane.homepage! }] };
    expect(profileData(jane, twice)).toMatchObject({
      mainEntity: { sameAs: ['https://jane.example/', 'https://mastodon.example/@jane'] },
    });
  });

  test('that is a company is an organization, with the logo of its own site alone', () => {
    const company = (author: typeof jane) =>
      profileData({ ...author, organization: true }, site)['mainEntity'];
    expect(company(jane)).toMatchObject({
      '@type': 'Organization',
      name: 'Jane',
      logo: 'https://example.com/blog/icon-512.png',
    });
    expect(company(john)).toMatchObject({ '@type': 'Organization', logo: undefined });
  });
});

test('breadcrumbs lead from the index to the page', () => {
  const places = [
    { name: 'Tags', path: '/tags/' },
    { name: 'Go', path: '/tags/go/' },
  ];
  expect(breadcrumbList(places, site)).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Notes', item: 'https://example.com/blog/' },
      { '@type': 'ListItem', position: 2, name: 'Tags', item: 'https://example.com/blog/tags/' },
      { '@type': 'ListItem', position: 3, name: 'Go', item: 'https://example.com/blog/tags/go/' },
    ],
  });
});

describe('structured data as text', () => {
  test.each(['</script><script>alert(1)', '<!-- <script>', '"\\\u2028 & 😀'])(
    'ends no element and reads back: %s',
    (name) => {
      const text = jsonLd({ '@type': 'Blog', name });
      expect(text).not.toContain('<');
      expect(JSON.parse(text)).toEqual({
        '@context': 'https://schema.org',
        '@type': 'Blog',
        name,
      });
    },
  );
});
