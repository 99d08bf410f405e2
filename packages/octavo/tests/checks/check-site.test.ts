import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageHead } from '../../src/head/page-head.ts';
import { SVG } from '../../../../tests/pictures.ts';
import { post } from '../../../../tests/posts.ts';
import { eject } from '../../src/upgrade/eject.ts';
import { folder, settings } from '../helpers.ts';
import { checkFiles } from './helpers.ts';

describe('updated', () => {
  const told = (updated: string, date: string) => [
    `posts/a.md:4:1 updated: ${updated} is before date, ${date}; correct one of them`,
  ];
  test.each<[date: string, updated: string, isBefore: boolean]>([
    ['2024-01-02', '2024-01-01', true],
    ['2024-01-02', '2024-01-02', false],
    ['2024-01-02T10:00', '2024-01-02', false],
    ['2024-01-02', '2024-01-02T10:00', false],
    ['2024-01-02T10:00', '2024-01-02T09:59', true],
    ['2024-01-02T10:00Z', '2024-01-02T11:00+02:00', true],
    ['2024-01-02T10:00Z', '2024-01-02T13:00+02:00', false],
    ['2024-02-30', '2024-01-01', false],
  ])('of a post of %s may be %s: %s', async (date, updated, isBefore) => {
    const found = await checkFiles({ 'posts/a.md': post({ date, updated }) });
    expect(found.filter((line) => line.includes('updated'))).toEqual(
      isBefore ? told(updated, date) : [],
    );
  });
});

describe('updated in the future', () => {
  const warning = 'posts/a.md:4:1 warning: updated: 2024-01-07 is in the future';
  test.each<[now: string, date: string, found: string[]]>([
    ['2024-01-06T23:59:59Z', '2024-01-01', [warning]],
    ['2024-01-07T00:00:00Z', '2024-01-01', []],
    ['2024-01-01T12:00:00Z', '2024-01-02', []],
  ])('at %s, of a post of %s', async (now, date, found) => {
    const files = { 'posts/a.md': post({ date, updated: '2024-01-07' }) };
    expect(await checkFiles(files, {}, { now })).toEqual(found);
  });

  test('is reported for a page', async () => {
    const page = '---\ntitle: A\nupdated: 2024-01-07\n---\n';
    expect(await checkFiles({ 'pages/a.md': page }, {}, { now: '2024-01-01' })).toEqual([
      'pages/a.md:3:1 warning: updated: 2024-01-07 is in the future',
    ]);
  });
});

describe('the font of a social card', () => {
  const warning = (characters: string) =>
    `title: the social card has no font for ${characters}; npm install @fontsource-variable/noto-sans-thai`;
  const page = '---\ntitle: ไทย\n---\n';

  test('is missing for the title of a post and of a page', async () => {
    const files = { 'posts/a.md': post({ title: 'Go ไทย' }), 'pages/b.md': page };
    expect(await checkFiles(files)).toEqual([
      `pages/b.md:2:1 warning: ${warning('ไ ท ย')}`,
      `posts/a.md:2:1 warning: ${warning('ไ ท ย')}`,
    ]);
  });

  test('is missing for the title of the blog, and for the dates of its language', async () => {
    const file = 'src/site.config.ts:1:1 warning: ';
    expect(await checkFiles({}, { title: 'ไทย' })).toEqual([file + warning('ไ ท ย')]);
    expect(await checkFiles({}, { language: 'th', checks: { 'strings-missing': 'off' } })).toEqual([
      expect.stringContaining(file),
    ]);
  });

  test('is missing for the title of the blog in another language', async () => {
    const found = await checkFiles({}, { languages: { de: { title: 'Go ไทย' } } });
    expect(found).toEqual([`src/site.config.ts:1:1 warning: languages.de.${warning('ไ ท ย')}`]);
  });

  test('is missing for the dates of another language', async () => {
    const checks = { 'strings-missing': 'off' } as const;
    expect(await checkFiles({}, { languages: { th: {} }, checks })).toEqual([
      expect.stringContaining('src/site.config.ts:1:1 warning: languages.th.title: '),
    ]);
  });

  test('is not needed where only the blog has a card', async () => {
    expect(await checkFiles({ 'pages/b.md': page }, { cards: false })).toEqual([]);
  });
});

describe('a description', () => {
  const files = (length: number) => ({
    'posts/a.md': post({ description: '語'.repeat(length) }),
    'pages/b.md': `---\ntitle: B\ndescription: ${'b'.repeat(length)}\n---\n`,
  });

  test('of 160 characters is shown whole, by a page too', async () => {
    expect(await checkFiles(files(160))).toEqual([]);
    const description = 'b'.repeat(160);
    expect(pageHead({ title: 'A', description, path: '/' }, settings()).description).toBe(
      description,
    );
  });

  test('of more is reported, and cut by a page', async () => {
    const message = 'warning: description: 161 characters, cut after 160; shorten it';
    expect(await checkFiles(files(161))).toEqual([
      `pages/b.md:3:1 ${message}`,
      `posts/a.md:4:1 ${message}`,
    ]);
    const description = 'b'.repeat(161);
    expect(pageHead({ title: 'A', description, path: '/' }, settings()).description).not.toBe(
      description,
    );
  });
});

describe('an alias', () => {
  const site = { 'posts/other.md': post({}), 'pages/about.md': '---\ntitle: About\n---\n' };
  const taken = (alias: string, owner: string) =>
    `aliases[0]: ${alias} is already the URL of ${owner}; remove it`;
  const engine = 'a built-in page';
  test.each<[alias: string, message: string | undefined]>([
    ['/old/', undefined],
    ['/2019/old.html', undefined],
    ['/archive/2019/old/', undefined],
    ['/posts/a/', 'aliases[0]: /posts/a/ is the URL of the post itself; remove it'],
    ['/posts/a', 'aliases[0]: /posts/a is the URL of the post itself; remove it'],
    ['/posts/other/index.html', taken('/posts/other/index.html', 'src/content/posts/other.md')],
    ['/%70osts/other/', taken('/%70osts/other/', 'src/content/posts/other.md')],
    ['/about', taken('/about', 'src/content/pages/about.md')],
    ['/', taken('/', engine)],
    ['/posts/', taken('/posts/', engine)],
    ['/tags/go/', taken('/tags/go/', engine)],
    ['/rss.xml', taken('/rss.xml', engine)],
    ['/archive', taken('/archive', engine)],
    ['/page/2/', taken('/page/2/', engine)],
    ['/404.html', taken('/404.html', engine)],
    ['/rss/1.xml', taken('/rss/1.xml', engine)],
    ['/rss.xml/more/', taken('/rss.xml/more/', engine)],
    ['/tags/go/rss.xml', taken('/tags/go/rss.xml', engine)],
    ['/sitemap-0.xml', taken('/sitemap-0.xml', engine)],
    ['/site.webmanifest', taken('/site.webmanifest', engine)],
    ['/search/en/index.json', taken('/search/en/index.json', engine)],
    ['/_astro/a.css', taken('/_astro/a.css', engine)],
    ['/_redirects', taken('/_redirects', engine)],
    ['/card.png', taken('/card.png', engine)],
    ['/posts/a.md', taken('/posts/a.md', 'the Markdown of src/content/posts/a.md')],
    ['/about.md/', taken('/about.md/', 'the Markdown of src/content/pages/about.md')],
    [
      '/posts/other/card.png',
      taken('/posts/other/card.png', 'the social card of src/content/posts/other.md'),
    ],
  ])('%s: %s', async (alias, message) => {
    const found = await checkFiles({ ...site, 'posts/a.md': post({ aliases: [alias] }) });
    expect(found).toEqual(message ? [`posts/a.md:4:11 ${message}`] : []);
  });

  test('must not be a file in public/', async () => {
    const files = {
      '../../public/cv.pdf': '',
      '../../public/app/index.html': '',
      'posts/a.md': post({ aliases: ['/cv.pdf', '/app'] }),
    };
    expect(await checkFiles(files)).toEqual([
      `posts/a.md:4:11 ${taken('/cv.pdf', 'public/cv.pdf')}`,
      'posts/a.md:4:21 aliases[1]: /app is already the URL of public/app/index.html; remove it',
    ]);
  });

  test('must not be a feed that the settings ask for', async () => {
    const feeds = { alsoAt: { rss: ['/index.xml', '/tag/:tag/feed.xml'] } };
    const aliases = ['/index.xml', '/tag/go/feed.xml', '/tag/c/feed.xml'];
    const files = { 'posts/a.md': post({ tags: ['Go'], aliases }) };
    const owner = 'a feed (feeds.alsoAt in the settings)';
    expect(await checkFiles(files, { feeds, checks: { 'alias-type': 'off' } })).toEqual([
      `posts/a.md:5:11 ${taken('/index.xml', owner)}`,
      `posts/a.md:5:24 aliases[1]: /tag/go/feed.xml is already the URL of ${owner}; remove it`,
    ]);
  });

  test('of a page is looked at too', async () => {
    const files = { ...site, 'pages/b.md': '---\ntitle: B\naliases: [/about/, /b, /old/]\n---\n' };
    expect(await checkFiles(files)).toEqual([
      `pages/b.md:3:11 ${taken('/about/', 'src/content/pages/about.md')}`,
      'pages/b.md:3:20 aliases[1]: /b is the URL of the page itself; remove it',
    ]);
  });

  test('is in one post only', async () => {
    const files = {
      'posts/a.md': post({ aliases: ['/old/', '/old'] }),
      'posts/b.md': post({ aliases: ['/old/index.html'] }),
    };
    expect(await checkFiles(files)).toEqual([
      'posts/a.md:4:19 aliases[1]: duplicate alias /old; remove one',
      'posts/b.md:4:11 aliases[0]: duplicate alias /old/index.html, also in src/content/posts/a.md; keep one',
    ]);
  });

  test('is checked if the front matter has other errors', async () => {
    const source = '---\ntitle: A\naliases: [/rss.xml]\n---\n';
    expect(await checkFiles({ 'posts/a.md': source })).toEqual([
      'posts/a.md:1:1 date: missing; must be a string',
      `posts/a.md:3:11 ${taken('/rss.xml', engine)}`,
    ]);
  });
});

describe('a picture in a bundle', () => {
  const unused = (name: string) => `warning: picture: ./${name} is unused; remove it or show it`;

  test.each<[what: string, files: Record<string, string>, found: string[]]>([
    ['is reported if it is unused', { 'posts/a/index.md': post({}) }, [unused('b.png')]],
    ['is shown by Markdown', { 'posts/a/index.md': post({}, '![B](./b.png)') }, []],
    ['is shown by HTML', { 'posts/a/index.md': post({}, '<img alt="" src="./b.png">') }, []],
    [
      'is shown by another post',
      { 'posts/a/index.md': post({}), 'posts/c.md': post({}, '![B](./a/b.png)') },
      [],
    ],
    [
      'is shown as a cover',
      { 'posts/a/index.md': post({ cover: { image: './b.png', alt: 'B' } }) },
      [],
    ],
    ['is imported by MDX', { 'posts/a/index.mdx': post({}, "import b from './b.png';") }, []],
  ])('%s', async (_, files, found) => {
    const told = await checkFiles({ 'posts/a/b.png': '', ...files });
    expect(told.filter((line) => line.includes('unused'))).toEqual(
      found.map((line) => `posts/a/index.md:1:1 ${line}`),
    );
  });

  test('is its dark twin where that is shown', async () => {
    const files = { 'posts/a/b.svg': SVG, 'posts/a/b.dark.svg': SVG };
    expect(await checkFiles({ ...files, 'posts/a/index.md': post({}, '![B](./b.svg)') })).toEqual(
      [],
    );
  });

  test('is reported for the innermost bundle, and not in other folders', async () => {
    const files = {
      'posts/2024/loose.png': '',
      'posts/2024/a/index.md': post({}),
      'posts/2024/a/pictures/b.png': '',
      'posts/index.md': post({}),
    };
    expect(await checkFiles(files)).toEqual([
      `posts/2024/a/index.md:1:1 ${unused('pictures/b.png')}`,
    ]);
  });
});

test('a position (GPS) is reported in what is published as it is', async () => {
  const located = '<x exif:GPSLatitude="51,30N"/>';
  const files = {
    '../../public/photos/a.JPG': located,
    '../../public/b.mp4': located,
    '../../public/c.png': 'GPS',
    '../../public/d.txt': located,
    'posts/a.md': post({}, '![E](./e.webm) [F](f.mov) [Cleaned, and not a picture](g.jpg)'),
    'posts/e.webm': located,
    'posts/f.mov': located,
    'posts/g.jpg': located,
    'posts/unused.webm': located,
  };
  const told = await checkFiles(files);
  const message = 'warning: picture: published with the position (GPS) where it was taken;';
  expect(told.filter((line) => line.includes('GPS'))).toEqual([
    `public/b.mp4:1:1 ${message} export it without`,
    `public/photos/a.JPG:1:1 ${message} move the file beside the post that shows it`,
    `posts/e.webm:1:1 ${message} export it without`,
    `posts/f.mov:1:1 ${message} export it without`,
  ]);
});

describe('a TODO in front matter', () => {
  test.each([['title'], ['summary'], ['description']])('is told in the %s', async (key) => {
    const files = { 'posts/a.md': post({ [key]: 'TODO: a word' }) };
    expect(await checkFiles(files)).toEqual([
      expect.stringContaining(`warning: ${key}: TODO in published text; resolve or remove it`),
    ]);
    expect(await checkFiles({ 'posts/a.md': post({ [key]: 'TODO', draft: true }) })).toEqual([]);
  });
});

describe('a cover', () => {
  test('over 2 MB is reported', async () => {
    const files = {
      'posts/b.svg': SVG + ' '.repeat(2_000_001),
      'posts/a.md': post({ cover: { image: './b.svg', alt: 'B' } }),
    };
    expect(await checkFiles(files)).toEqual([
      'posts/a.md:4:9 warning: cover.image: ./b.svg is 2.1 MB; make it smaller than 2 MB',
    ]);
  });
});

describe('an ejected component', () => {
  const base = 'src/overrides/.base/Cover.astro';
  const ejected = (path: string) => {
    const root = folder();
    eject(['Cover'], { root });
    return readFileSync(join(root, path), 'utf8');
  };
  const check = (override: string, original: string) =>
    checkFiles({
      '../overrides/Cover.astro': override,
      '../overrides/.base/Cover.astro': original,
    });

  test('whose original has not changed is fine, also where the owner edited it', async () => {
    const source = `${ejected('src/overrides/Cover.astro')}<p>mine</p>`;
    expect(await check(source, ejected(base))).toEqual([]);
    expect(await check(source, ejected(base).replaceAll('\n', '\r\n'))).toEqual([]);
  });

  test('whose original has changed is outdated', async () => {
    const source = ejected('src/overrides/Cover.astro')
      .replace(/octavo \d\S*(?=;)/, 'octavo 0.0.9')
      .replace('---\n', '---\n  ');
    expect(await check(source, `${ejected(base)}<p>old</p>`)).toEqual([
      "src/overrides/Cover.astro:2:3 warning: Cover: the engine's component has changed since octavo 0.0.9; merge the changes with octavo upgrade",
    ]);
  });

  test('is not what the owner wrote without eject', async () => {
    expect(await checkFiles({ '../overrides/Cover.astro': '<p>mine</p>' })).toEqual([]);
  });
});
