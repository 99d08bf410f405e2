import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from './helpers.ts';

describe('elsewhere', () => {
  const elsewhere = ['/litedown/', '/apps/*/demo/', '#comment-*', '#top-bar'];
  test.each<[body: string, message?: string]>([
    ['[a](/litedown/) [b](/litedown/x/?y#z) [c](https://example.com/litedown/)'],
    ['![a](/litedown/x.png)'],
    ['[a](../../litedown/x.html)'],
    ['[a](/apps/x/demo/) [b](/apps/x/y/demo/z)'],
    ['[a](#comment-12) [b](/posts/a/#comment-12) [c](./a.md#top-bar)'],
    ['[a](https://example.com/posts/a/#comment-12)'],
    ['[a](/lite/)', 'link: /lite/ not found'],
    ['[a](/apps/demo/)', 'link: /apps/demo/ not found'],
    ['![a](/lite/x.png)', 'picture: /lite/x.png not found in public/'],
    ['[a](#top-bar-2)', 'link: no heading #top-bar-2'],
    ['[a](#a-comment-1)', 'link: no heading #a-comment-1'],
    ['[a](./litedown/a.md)', 'link: ./litedown/a.md not found'],
  ])('%s', async (body, message) => {
    const found = await checkFiles({ 'posts/a.md': post({}, body) }, { elsewhere });
    expect(found.map((one) => one.replace(/^.*?:\d+:\d+ /, ''))).toEqual(message ? [message] : []);
  });
});

describe('a link to an address of the site', () => {
  const files = {
    'posts/b.md': post(
      { aliases: ['/old/', '/older.html', '/vieux nom/', '/go-1.21'], tags: ['Größe'] },
      '## Here',
    ),
    'posts/go-1.22.md': post({}),
    'posts/draft.md': post({ draft: true, tags: ['Secret'] }),
    'pages/about.md': '---\ntitle: About\n---\n',
    '../../public/cv.pdf': '',
    '../../public/app/index.html': '',
  };
  test.each<[url: string, message: string | undefined]>([
    ['/', undefined],
    ['/posts/b/', undefined],
    ['/posts/b', undefined],
    ['/posts/b/index.html', undefined],
    ['/posts/go-1.22', undefined],
    ['/posts/go-1.22/', undefined],
    ['/posts/b/card.png', undefined],
    ['/posts/b/#here', undefined],
    ['/posts/b/#there', 'link: /posts/b/#there has no heading #there; did you mean #here?'],
    ['/posts/draft/', 'link: /posts/draft/ is a draft and has no page'],
    ['/posts/', undefined],
    ['/posts/c/', 'link: /posts/c/ not found'],
    ['/old/', undefined],
    ['/older.html', undefined],
    ['/vieux%20nom/', undefined],
    ['/go-1.21/', undefined],
    ['/oldest.pdf', 'link: /oldest.pdf not found'],
    ['/about/', undefined],
    ['/cv.pdf', undefined],
    ['/app/', undefined],
    ['/tags/', undefined],
    ['/tags/gr%C3%B6%C3%9Fe/', undefined],
    ['/tags/größe/page/2/', 'link: /tags/größe/page/2/ not found'],
    ['/tags/größe/rss.xml', undefined],
    ['/tags/secret/', 'link: /tags/secret/ not found'],
    ['/archive/', undefined],
    ['/rss.xml', undefined],
    ['/authors/jane/', undefined],
    ['/card.png', undefined],
    ['/llms.txt', undefined],
    ['/sitemap-0.xml', undefined],
    ['/authors/nobody/', 'link: /authors/nobody/ not found'],
    ['/authors/jane/page/2/', 'link: /authors/jane/page/2/ not found'],
    ['/series/', 'link: /series/ not found'],
    ['/series/none/', 'link: /series/none/ not found'],
    ['/page/2/', 'link: /page/2/ not found'],
    ['/nothing.html', 'link: /nothing.html not found'],
    ['/nothing.txt', 'link: /nothing.txt not found'],
    ['/search/x.js', 'link: /search/x.js not found'],
    ['/_astro/x.css', 'link: /_astro/x.css not found'],
    ['/rss/99.xml', 'link: /rss/99.xml not found'],
    ['/atom/1.xml', 'link: /atom/1.xml not found'],
    ['/sitemap-9.xml', 'link: /sitemap-9.xml not found'],
  ])('%s: %s', async (url, message) => {
    const found = await checkFiles({ ...files, 'posts/a.md': post({}, `[A](${url})`) });
    const lines = found.filter((line) => line.startsWith('posts/a.md'));
    expect(lines).toEqual(message ? [`posts/a.md:6:1 ${message}`] : []);
  });
});

test('a link may lead to what the settings and the number of posts make', async () => {
  const urls = ['/atom/1.xml', '/rss/2.xml', '/feed/1.json', '/page/3/', '/authors/jane/page/3/'];
  const links = urls.map((url) => `[A](${url})`).join(' ');
  const files = { 'posts/a.md': post({}, links), 'posts/b.md': post({}), 'posts/c.md': post({}) };
  const config = { pageSize: 1, feeds: { items: 1 } };
  expect(await checkFiles(files, config)).toEqual([]);
  expect(await checkFiles(files)).toHaveLength(urls.length);
});

test.each([
  ['/search/', { search: false }],
  ['/opensearch.xml', { search: false }],
  ['/posts/a/card.png', { cards: false }],
])('a link to %s is dead where the settings switch it off', async (url, config) => {
  const files = { 'posts/a.md': post({}, `[A](${url})`) };
  expect(await checkFiles(files)).toEqual([]);
  expect(await checkFiles(files, config)).toHaveLength(1);
});

describe('a link to unpublished content', () => {
  const FILES = {
    'posts/now.md': post({ date: '2024-01-01', tags: ['Shared'] }),
    'posts/soon.md': post(
      { date: '2024-02-01 09:00', tags: ['Soon', 'Shared'], aliases: ['/was/'] },
      '## Here',
    ),
    'posts/later.md': post({ date: '2024-03-01' }),
    'posts/draft.md': post({ date: '2024-01-01', draft: true }),
  };
  const soon = 'is scheduled for 2024-02-01 09:00 and has no page until then';
  const draft = 'is a draft and has no page';
  test.each<[from: Record<string, unknown>, url: string, message: string | undefined]>([
    [{}, './soon.md', `./soon.md ${soon}`],
    [{}, '/posts/soon/', `/posts/soon/ ${soon}`],
    [{}, '/posts/soon/card.png', `/posts/soon/card.png ${soon}`],
    [{}, '/posts/later/', '/posts/later/ is scheduled for 2024-03-01 and has no page until then'],
    [{}, '/tags/soon/', '/tags/soon/ not found'],
    [{}, '/tags/shared/', undefined],
    [{}, '/was/', '/was/ not found'],
    [{}, './draft.md', `./draft.md ${draft}`],
    // What comes with it or after it may lead there.
    [{ date: '2024-02-01 09:00' }, './soon.md#here', undefined],
    [{ date: '2024-02-02' }, '/posts/soon/', undefined],
    [{ date: '2024-02-02' }, '/tags/soon/', undefined],
    [{ date: '2024-02-02' }, '/was/', undefined],
    [{ date: '2024-02-02' }, './soon.md#hre', './soon.md has no heading #hre; did you mean #here?'],
    [{ date: '2024-02-01 08:59' }, './soon.md', `./soon.md ${soon}`],
    [{ date: '2024-02-02' }, './draft.md', `./draft.md ${draft}`],
    [{ date: '2024-02-02', tags: ['Own'] }, '/tags/own/', undefined],
    // When a draft is published, nobody knows yet.
    [{ draft: true }, './soon.md', undefined],
    [{ draft: true }, '/posts/soon/', undefined],
    [{ draft: true }, './draft.md', undefined],
    [{ draft: true }, '/nowhere/', '/nowhere/ not found'],
  ])('from %j to %s: %s', async (data, url, message) => {
    const from = post({ date: '2024-01-01', ...data }, `[A](${url})`);
    const found = await checkFiles(
      { ...FILES, 'posts/a.md': from },
      {},
      { now: '2024-01-31T23:59:59Z' },
    );
    expect(found).toEqual(message ? [expect.stringMatching(/^posts\/a\.md:/)] : []);
    expect(found.join()).toContain(message ? `link: ${message}` : '');
  });

  test('is valid once the post is published', async () => {
    const page = '---\ntitle: A\n---\n\n[A](/posts/soon/) [B](../posts/soon.md)\n';
    const foundAt = (now: string) => checkFiles({ ...FILES, 'pages/a.md': page }, {}, { now });
    expect(await foundAt('2024-02-01T08:59:59Z')).toHaveLength(2);
    expect(await foundAt('2024-02-01T09:00:00Z')).toEqual([]);
  });
});
