import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import { post, words } from '../posts.ts';
import { TestSite, type Fixture } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

/** Builds a site, and holds it to what every site is held to. */
async function soundSite(name: string, fixture: Fixture): Promise<TestSite> {
  const site = await new TestSite(name, fixture).mustBuild();
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
  return site;
}

test('another language and time zone: words, dates and days are theirs', async () => {
  const site = await soundSite('german', {
    settings: { language: 'de', timeZone: 'Europe/Berlin', permalink: '/:year/:month/:day/:slug/' },
    files: {
      'posts/größe.md': post(
        { title: 'Größe', date: '2024-03-31T23:30:00Z', tags: ['Größe'] },
        `${words(500)}[^1]\n\n[^1]: Fuß.`,
      ),
      'posts/tag.md': post({ title: 'Tag', date: '2024-03-31', updated: '2024-05-01' }),
    },
  });
  const html = site.read('/');
  expect(html).toContain('<html lang="de"');
  expect(entriesOf(html).map(({ link, meta, datetime }) => [link, meta, datetime])).toEqual([
    ['/2024/04/01/gr%C3%B6%C3%9Fe/', '1. April 2024 · 3 Min.', '2024-03-31T23:30:00Z'],
    ['/2024/03/31/tag/', '31. März 2024 · 1 Min.', '2024-03-31'],
  ]);
  expect(site.read('/2024/04/01/größe/')).toContain('Fußnoten');
  expect(site.read('/2024/03/31/tag/')).toContain('Aktualisiert am 1. Mai 2024');
  expect(site.read('/archive/')).toContain('März');
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { language: string; item: { pubDate: string }[] } };
  };
  expect(rss.channel.language).toBe('de');
  expect(rss.channel.item.map(({ pubDate }) => pubDate)).toEqual([
    'Sun, 31 Mar 2024 23:30:00 GMT',
    'Sat, 30 Mar 2024 23:00:00 GMT',
  ]);
  expect(site.files('posts/**')).toEqual([]);
});

test('dated permalinks below a folder: the folder leads to the index', async () => {
  const site = await soundSite('dated', {
    settings: { permalink: '/writing/:year/:slug/' },
    files: {
      'posts/deep/er/one.md': post({ title: 'One' }),
      'posts/two/index.md': post({ title: 'Two', slug: 'Two.html' }),
    },
  });
  expect(site.files('writing/**/*.html')).toEqual([
    '/writing/2024/Two.html/index.html',
    '/writing/2024/one/index.html',
    '/writing/index.html',
  ]);
  expect(site.read('/writing/')).toContain('content="0;url=/"');
});

test('an empty blog: every page is there, and says so kindly', async () => {
  const site = await soundSite('empty', { files: {} });
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
    const paragraph = '日本語の文章です。'.repeat(10);
    const site = await soundSite('japanese', {
      settings: { language: 'ja', timeZone: 'Asia/Tokyo' },
      files: {
        'posts/日本語.md': post(
          { title: '日本語の記事', tags: ['日本語'] },
          `${paragraph}\n\n${'文'.repeat(1000)}`,
        ),
        'posts/한국어.md': post({ title: '한국어', date: '2023-01-01' }, '가'.repeat(501)),
      },
    });
    expect(entriesOf(site.read('/'))).toEqual([
      {
        title: '日本語の記事',
        link: '/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E/',
        summary: `${paragraph} ...`,
        meta: '2024年1月1日 · 3 分',
        datetime: '2024-01-01',
      },
      expect.objectContaining({ title: '한국어', meta: '2023年1月1日 · 2 分' }),
    ]);
    expect(site.files('tags/*/index.html')).toEqual(['/tags/日本語/index.html']);
  });

  test('Arabic: the page is set from right to left', async () => {
    const site = await soundSite('arabic', {
      settings: { language: 'ar', timeZone: 'Africa/Cairo' },
      files: {
        'posts/مقال.md': post(
          { title: 'مقال أول', tags: ['برمجة'] },
          'نص قصير.\n\n```js\nlet a = 1;\n```',
        ),
      },
    });
    const [html] = elements(site.read('/posts/مقال/'), 'html');
    expect(attribute(html!, 'dir')).toBe('rtl');
    expect(titlesOf(site.read('/'))).toEqual(['مقال أول']);
  });
});

test('awkward titles: markup in a title is text everywhere', async () => {
  const title = "</script><b>“Fish & chips”</b> 'n' <!-- 😀 -->";
  const site = await soundSite('awkward', {
    files: { 'posts/fish.md': post({ title, tags: ['<T>', 'a/b'] }, 'Text.') },
  });
  expect(titlesOf(site.read('/'))).toEqual([title]);
  expect(text(elements(site.read('/posts/fish/'), 'h1')[0]!)).toBe(title);
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { item: { title: string } } };
  };
  expect(rss.channel.item.title.replaceAll('&amp;', '&')).toContain('Fish & chips');
  expect(site.files('tags/*/index.html')).toEqual(['/tags/ab/index.html', '/tags/t/index.html']);
});
