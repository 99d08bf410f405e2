import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import type { BuiltSite } from '../site.ts';
import { blogAboutHtml, FISH } from '../sites/about-html.ts';
import { bareBlog, emptyBlog } from '../sites/bare.ts';
import { arabicBlog, germanBlog, JAPANESE_PARAGRAPH, japaneseBlog } from '../sites/languages.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

/** Returns a site that meets the requirements of every site. */
async function soundSite(make: () => Promise<BuiltSite>): Promise<BuiltSite> {
  const site = await make();
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
  return site;
}

test('another language and time zone, posts as files: words, dates, days and files are theirs', async () => {
  const site = await soundSite(germanBlog);
  const html = site.read('/');
  expect(html).toContain('<html lang="de"');
  const entries = entriesOf(html).map(({ link, meta, datetime }) => [link, meta, datetime]);
  expect(entries.slice(0, 2)).toEqual([
    ['/2024/04/01/gr%C3%B6%C3%9Fe.html', '1. April 2024 · 3 Min.', '2024-03-31T23:30:00Z'],
    ['/2024/03/31/tag.html', '31. März 2024 · 1 Min.', '2024-03-31'],
  ]);
  expect(site.read('/2024/04/01/größe.html')).toContain('Fußnoten');
  expect(site.read('/2024/03/31/tag.html')).toContain('Aktualisiert am 1. Mai 2024');
  expect(site.read('/archive/')).toContain('März');
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { language: string; item: { pubDate: string }[] } };
  };
  expect(rss.channel.language).toBe('de');
  expect(rss.channel.item.slice(0, 2).map(({ pubDate }) => pubDate)).toEqual([
    'Sun, 31 Mar 2024 23:30:00 GMT',
    'Sun, 31 Mar 2024 00:00:00 +0100',
  ]);
  expect(site.files('posts/**')).toEqual([]);
  expect(site.files('2024/03/31/**')).toEqual([
    '/2024/03/31/tag.html',
    '/2024/03/31/tag.md',
    '/2024/03/31/tag/card.png',
  ]);
  expect(site.read('/sitemap-0.xml')).toContain('/2024/03/31/tag.html</loc>');
});

test('a post in another language than the blog: its own text is in it', async () => {
  const site = await soundSite(germanBlog);
  const html = site.read('/2024/01/31/arabic.html');
  const article = elements(html, 'article')[0]!;
  expect(html).toContain('<html lang="de"');
  expect([attribute(article, 'lang'), attribute(article, 'dir')]).toEqual(['ar', 'rtl']);
  expect(text(elements(html, 'time')[0]!)).toBe('31 يناير 2024');
  expect(html).toContain('<span lang="de" dir="ltr">1 Min.</span>');
  expect(html).toContain('نص فيه «كلمة».');
  expect(html).toContain('<meta property="og:locale" content="ar_EG">');
  expect(html).toContain('"inLanguage":"ar"');
  expect(site.read('/2024/01/30/french.html')).toContain('Un «\u202Fmot\u202F».');
  expect(site.read('/2024/01/30/french.html')).toContain('<bdi lang="ar" dir="rtl">مقال</bdi>');
  const index = site.read('/');
  expect(index).toContain('<p class="summary p-summary" lang="ar" dir="rtl">ملخص.</p>');
  expect(index).toContain('31. Januar 2024');
  expect(site.read('/atom.xml')).toContain('<entry xml:lang="ar">');
  const { items } = JSON.parse(site.read('/feed.json')) as { items: Record<string, string>[] };
  const item = items.find(({ language }) => language === 'ar');
  expect(item?.['content_html']).toContain('<div lang="ar" dir="rtl">');
});

test('dated permalinks below a folder: the folder leads to the index', async () => {
  const site = await soundSite(bareBlog);
  expect(site.files('{posts,writing}/**/*.html')).toEqual([
    '/writing/2024/Two.html/index.html',
    ...['code', 'covered', 'one', 'plain', 'summed', 'todo'].map(
      (slug) => `/writing/2024/${slug}/index.html`,
    ),
    '/writing/index.html',
  ]);
  expect(site.read('/writing/')).toContain('content="0; url=/"');
});

test('an empty blog: every page is there, and says so kindly', async () => {
  const site = await soundSite(emptyBlog);
  expect(text(elements(site.read('/'), 'main')[0]!)).toContain('There are no posts yet.');
  expect(site.files('**/*.html')).toEqual([
    '/404.html',
    '/archive/index.html',
    '/authors/someone/index.html',
    '/feeds/index.html',
    '/index.html',
    '/posts/index.html',
    '/search/index.html',
    '/tags/index.html',
  ]);
  const { rss } = parseXml(site, '/rss.xml') as unknown as { rss: { channel: object } };
  expect(rss.channel).not.toHaveProperty('item');
  expect(site.read('/sitemap-0.xml')).toContain('<loc>https://example.com/</loc>');
});

describe('other scripts', () => {
  test('Japanese: summaries and minutes are counted by character', async () => {
    const site = await soundSite(japaneseBlog);
    const entries = entriesOf(site.read('/'));
    expect(entries).toHaveLength(7);
    expect([entries[0], entries.find(({ title }) => title === '한국어')]).toEqual([
      {
        title: '日本語の記事',
        link: '/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E/',
        summary: `${JAPANESE_PARAGRAPH} ...`,
        meta: '2024年1月1日 · 3 分',
        datetime: '2024-01-01',
      },
      expect.objectContaining({ title: '한국어', meta: '2023年1月1日 · 2 分' }),
    ]);
    expect(site.files('tags/*/index.html')).toContain('/tags/日本語/index.html');
  });

  test('Arabic: the page is set from right to left', async () => {
    const site = await soundSite(arabicBlog);
    const [html] = elements(site.read('/posts/مقال/'), 'html');
    expect(attribute(html!, 'dir')).toBe('rtl');
    expect(titlesOf(site.read('/'))).toContain('مقال «أول» & <ثان>');
  });
});

test('awkward titles: markup in a title is text everywhere', async () => {
  const title = FISH;
  const site = await soundSite(blogAboutHtml);
  expect(titlesOf(site.read('/'))).toContain(title);
  expect(text(elements(site.read('/posts/fish/'), 'h1')[0]!)).toBe(title);
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { item: { title: string }[] } };
  };
  const titles = rss.channel.item.map((item) => item.title.replaceAll('&amp;', '&'));
  expect(titles.join('\n')).toContain('Fish & chips');
  expect(site.files('tags/*/index.html')).toEqual(
    ['ab', 'style', 't'].map((slug) => `/tags/${slug}/index.html`),
  );
});
