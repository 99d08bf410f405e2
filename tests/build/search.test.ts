import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { bareBlog, emptyBlog } from '../sites/bare.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

const FILES = {
  'posts/listed.md': post(
    { title: 'Listed', date: '2024-01-06', tags: ['go', 'C++'], series: 'Parts' },
    '## A section\n\nWords of it.\n\n```ts\nconst code = 1;\n```\n\n![Picture](./box.svg)',
  ),
  'posts/box.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>',
  'posts/other.mdx': post({ title: 'Other', date: '2023-01-01', tags: ['Go'], series: 'Parts' }),
  'posts/draft.md': post({ title: 'Draft', date: '2024-01-07', draft: true }),
  'posts/hidden.md': post({ title: 'Hidden', date: '2024-01-08', unlisted: true }),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout us.\n',
  'pages/secret.md': '---\ntitle: Secret\nunlisted: true\n---\n\nSecret.\n',
};

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('search', {
    settings: { url: 'https://example.com/blog/', title: 'Ø & the "search engine"' },
    files: FILES,
  }).mustBuild();
});

/** Returns a file of the index. */
const indexFile = (name: string) => JSON.parse(site.read(`/search/en/${name}`)) as unknown;

describe('the index', () => {
  test('has the pages and the posts that are listed, and no other', () => {
    const filters = { language: ['en'], series: ['Parts'], author: ['Someone'] };
    expect(indexFile('index.json')).toMatchObject({
      entries: [
        { url: '/blog/about/', title: 'About', filters: { language: ['en'] } },
        {
          ...{
            url: '/blog/posts/other/',
            title: 'Other',
            byline: 'January 1, 2023 · 1 min · Parts',
          },
          filters: { ...filters, tag: ['Go'], year: ['2023'] },
        },
        { url: '/blog/posts/listed/', filters: { ...filters, tag: ['Go', 'C++'] } },
      ],
    });
  });

  test('has the text of an article by sections, of MDX too', () => {
    expect(indexFile('text-0.json')).toEqual([
      [['', '', ['About us.'], []]],
      [['', '', ['A short text.'], []]],
      [['a-section', 'A section', ['Words of it.', 'Picture'], ['const code = 1;']]],
    ]);
  });

  test('is all that is written beside the search page', () => {
    expect(site.files('search/**/*')).toEqual([
      '/search/en/index.json',
      '/search/en/terms-0.json',
      '/search/en/text-0.json',
      '/search/en/words.json',
      '/search/index.html',
    ]);
    expect(site.files('*.json')).toEqual(['/feed.json']);
  });
});

describe('the search page', () => {
  const policyOf = (path: string) => {
    const meta = elements(site.read(path), 'meta').find(
      (one) => attribute(one, 'httpEquiv') === 'content-security-policy',
    );
    return attribute(meta!, 'content')!;
  };
  const names = (path: string) =>
    policyOf(path)
      .replace(/'sha256-[^']*'/g, '')
      .replace(/\s+/g, ' ');

  test('is allowed what every page is', () => {
    expect(names('/search/')).toBe(names('/'));
  });

  test('is complete in itself, keeps out of search engines, and is not in the sitemap', () => {
    const html = site.read('/search/');
    expect(elements(html, 'script').filter((script) => attribute(script, 'src'))).toEqual([]);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(site.read('/sitemap-0.xml')).not.toContain('/search/');
  });

  test('is led to from every page, and described for browsers', () => {
    for (const path of ['/', '/posts/listed/', '/about/', '/404.html']) {
      const links = elements(site.read(path), 'a').map((link) => attribute(link, 'href'));
      expect(links).toContain('/blog/search/');
    }
    const { OpenSearchDescription: description } = parseXml(
      site,
      '/opensearch.xml',
    ) as unknown as Record<string, Record<string, string> & { Url: Record<string, string> }>;
    expect(description!['ShortName']).toBe('Ø & the "search');
    expect(description!.Url['@_template']).toBe('https://example.com/blog/search/?q={searchTerms}');
    expect(site.read('/')).toContain('href="/blog/opensearch.xml"');
  });

  test('belongs to a sound site', async () => {
    expect(await validationFindings(site)).toEqual([]);
    expect(deadLinks(site)).toEqual([]);
  });
});

test('a blog without search has no trace of it', async () => {
  const without = await bareBlog();
  expect(without.files('search/**/*')).toEqual([]);
  expect(without.files('*.{json,xml}')).not.toContain('/opensearch.xml');
  expect(without.files('*.json')).toEqual(['/feed.json']);
  // The style sheet and the script of the header know its search link.
  const html = without
    .read('/')
    .replace(/<(style|script type="module")>.*?<\/(style|script)>/gs, '');
  expect(html).not.toMatch(/search/i);
});

test('a blog without posts has a search page that says so', async () => {
  const empty = await emptyBlog();
  expect(empty.files('search/**/*')).toEqual(['/search/index.html']);
  expect(empty.read('/search/')).toContain('There are no posts yet');
  expect(elements(empty.read('/search/'), 'search')).toEqual([]);
});
