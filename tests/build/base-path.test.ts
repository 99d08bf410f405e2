import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

const TEXT = `A [root-relative link](/about/), a [reference][about], [a file](./second.md#part "title"),
<a href="/tags/">raw HTML</a>, a picture in public ![Icon](/favicon.svg) and one beside: ![Box](./box.svg)

[about]: /about/#who
`;

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('base-path', {
    settings: {
      url: 'https://example.com/blog',
      pageSize: 1,
      nav: [
        { label: 'About', link: '/about/' },
        { label: 'Elsewhere', link: 'https://example.org/' },
      ],
      intro: 'Welcome to [the archive](/archive/).',
      footer: '[Imprint](/about/)',
    },
    files: {
      'posts/first/index.md': post(
        { title: 'First', date: '2024-01-02', tags: ['C#', 'Größe'] },
        TEXT,
      ),
      'posts/first/box.svg': PICTURE,
      'posts/first/second.md': '---\ntitle: Second\ndate: 2024-01-01\n---\n\n## Part\n\nText.\n',
      'posts/third.mdx': post(
        { title: 'Third', date: '2023-01-01' },
        'In MDX: [a file](./first/index.md) and [root](/about/).',
      ),
      'pages/about.md': '---\ntitle: About\n---\n\n## Who\n\nWe.\n',
    },
  }).mustBuild();
});

describe('a site under a base path', () => {
  test('has every address under it, and every one leads somewhere', () => {
    expect(deadLinks(site)).toEqual([]);
    for (const page of site.files('**/*.html')) {
      const outside = elements(site.read(page))
        .flatMap((element) => ['href', 'src'].map((name) => attribute(element, name) ?? ''))
        .filter((address) => address.startsWith('/') && !address.startsWith('/blog/'));
      expect([page, outside]).toEqual([page, []]);
    }
  });

  test.each([
    [
      '/posts/first/',
      ['/blog/about/', '/blog/about/#who', '/blog/posts/second/#part', '/blog/tags/'],
    ],
    ['/posts/third/', ['/blog/posts/first/', '/blog/about/']],
    ['/', ['/blog/archive/']],
  ])('resolves the links of Markdown on %s', (path, expected) => {
    const links = elements(site.read(path), 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(expect.arrayContaining(expected));
  });

  test('percent-encodes addresses', () => {
    const links = elements(site.read('/posts/first/'), 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(
      expect.arrayContaining(['/blog/tags/csharp/', '/blog/tags/gr%C3%B6%C3%9Fe/']),
    );
    expect(site.files('tags/*/index.html')).toEqual([
      '/tags/csharp/index.html',
      '/tags/größe/index.html',
    ]);
  });

  test('shows pictures from public and from beside the post', () => {
    const pictures = elements(site.read('/posts/first/'), 'img').map((image) =>
      attribute(image, 'src'),
    );
    expect(pictures[0]).toBe('/blog/favicon.svg');
    expect(pictures[1]).toMatch(/^(?:\/blog\/_astro\/|data:image\/svg)/);
  });

  test('leads from its folder of posts to its index', () => {
    expect(site.read('/posts/')).toContain('content="0; url=/blog/"');
  });

  test('says its whole addresses in feed, sitemap and robots.txt', () => {
    const { rss } = parseXml(site, '/rss.xml') as unknown as {
      rss: { channel: { link: string; item: Record<string, string & { '#text': string }>[] } };
    };
    expect(rss.channel.link).toBe('https://example.com/blog/');
    expect(rss.channel.item.map(({ link }) => link)).toEqual([
      'https://example.com/blog/posts/first/',
      'https://example.com/blog/posts/second/',
      'https://example.com/blog/posts/third/',
    ]);
    const content = rss.channel.item[0]!['content:encoded']!;
    const addresses = [...content.matchAll(/(?:href|src)="([^"]*)"/g)].map(
      ([, address]) => address!,
    );
    expect(
      addresses.filter((address) => !/^(?:https:\/\/example\.com\/blog\/|data:)/.test(address)),
    ).toEqual([]);
    expect(addresses).toContain('https://example.com/blog/posts/second/#part');
    expect(site.read('/sitemap-index.xml')).toContain('https://example.com/blog/sitemap-0.xml');
    expect(site.read('/sitemap-0.xml')).toContain('https://example.com/blog/tags/gr%C3%B6%C3%9Fe/');
    expect(site.read('/robots.txt')).toContain('https://example.com/blog/sitemap-index.xml');
  });

  test('shows its intro on the first page alone', () => {
    expect(site.read('/')).toContain('Welcome to');
    expect(site.read('/page/2/')).not.toContain('Welcome to');
  });

  test('consists of valid pages', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });
});
