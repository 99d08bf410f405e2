import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite, type BuiltSite } from '../site.ts';
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

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; text: string }[];
}

/** Returns what the index has of each page, by its path. */
function indexed(site: BuiltSite): Map<string, Fragment> {
  const folder = join(site.folder, 'dist/pagefind/fragment');
  const fragments = globSync('*', { cwd: folder }).map((name) => {
    const text = gunzipSync(readFileSync(join(folder, name))).toString();
    return JSON.parse(text.replace(/^pagefind_dcd/, '')) as Fragment;
  });
  return new Map(fragments.map((fragment) => [fragment.url, fragment]));
}

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('search', {
    settings: { url: 'https://example.com/blog/', title: 'Ø & the "search engine"' },
    files: FILES,
  }).mustBuild();
});

describe('the index', () => {
  test('has the posts that are listed and the pages, and no other', () => {
    expect([...indexed(site).keys()].sort()).toEqual([
      '/about/',
      '/posts/listed/',
      '/posts/other/',
    ]);
  });

  test('has the text of the article alone, its facts and its sections', () => {
    expect(indexed(site).get('/posts/listed/')).toMatchObject({
      content: 'A section. Words of it. const code = 1;',
      meta: { title: 'Listed', tags: 'Go, C++', when: '2024-01-06/1' },
      filters: { tag: ['Go', 'C++'], year: ['2024'] },
      anchors: [{ id: 'a-section', text: 'A section' }],
    });
  });

  test('is all that is written of Pagefind, and nothing is left of how it was made', () => {
    const kinds = site.files('pagefind/**/*').map((path) => path.replace(/en_[0-9a-f]+/, '…'));
    expect(new Set(kinds)).toEqual(
      new Set([
        '/pagefind/filter/….pf_filter',
        '/pagefind/fragment/….pf_fragment',
        '/pagefind/index/….pf_index',
        '/pagefind/pagefind-entry.json',
        '/pagefind/pagefind.….pf_meta',
        '/pagefind/wasm.en.pagefind',
      ]),
    );
    expect(site.files('*.json')).toEqual(['/feed.json']);
    expect(site.read('/posts/listed/')).not.toContain('pagefind');
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

  test('is allowed WebAssembly, and else what every page is', () => {
    expect(names('/search/')).toBe(
      names('/').replace('script-src ', `script-src 'wasm-unsafe-eval'`),
    );
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
  expect(without.files('{search,pagefind}/**/*')).toEqual([]);
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
  expect(empty.files('pagefind/**/*')).toEqual([]);
  expect(empty.read('/search/')).toContain('There are no posts yet');
  expect(elements(empty.read('/search/'), 'search')).toEqual([]);
});
