import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ENGINE_ADDRESSES,
  NOTES_ADDRESSES,
} from '../../packages/octavo/src/addresses/engine-addresses.ts';
import { fileAt, pathKey } from '../../packages/octavo/src/addresses/path-key.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** A site with an instance of each row of the table. */
const FILES = {
  'posts/a.md': post({ title: 'A', tags: ['One'], series: 'S', aliases: ['/old/', '/old.html'] }),
  'posts/b.md': post({ title: 'B', tags: ['One'], series: 'S' }),
  'posts/c.mdx': post({ title: 'C', tags: ['One'] }),
  'posts/files/index.md': post({ title: 'F', tags: ['One'] }, '[a](data.csv) [b](<sub/a b.pdf>)'),
  'posts/files/data.csv': Buffer.from('caf\xe9,1', 'latin1'),
  'posts/files/sub/a b.pdf': 'x',
  'posts/unlisted.md': post({ title: 'D', unlisted: true }),
  'posts/draft.md': post({ title: 'E', draft: true }),
  'notes/one.md': post({ title: undefined }, 'One.'),
  'notes/two.md': post({ title: undefined }, 'Two.'),
  'pages/about.md': '---\ntitle: About\n---\n',
};
const SETTINGS = { pageSize: 1, notes: {}, feeds: { items: 1, alsoAt: { rss: ['/index.xml'] } } };

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('addresses', { settings: SETTINGS, files: FILES }).mustBuild();
});

const PATTERNS = [...ENGINE_ADDRESSES, ...NOTES_ADDRESSES].map(
  (pattern) =>
    new RegExp(
      `^${pattern
        .replaceAll('.', '\\.')
        .replaceAll(':number', '\\d+')
        .replaceAll(':name', '[^/]+')
        .replace('*', '.+')}$`,
    ),
);
const isEngines = (path: string) => PATTERNS.some((pattern) => pattern.test(path));

describe('the table of addresses', () => {
  test('has every file that is not of a post, a page, an alias, public/ or the settings', () => {
    const others = site
      .files()
      .map((file) => file.replace(/index\.html$/, ''))
      .filter((path) => !isEngines(path));
    expect(others).toEqual(
      [
        '/about.md',
        '/about/',
        '/about/card.png',
        '/apple-touch-icon.png',
        '/favicon.ico',
        '/favicon.svg',
        '/icon-512.png',
        '/index.xml',
        ...['one', 'two'].flatMap((name) => [
          `/notes/${name}.md`,
          `/notes/${name}/`,
          `/notes/${name}/card.png`,
        ]),
        '/old.html',
        '/old/',
        ...['a', 'b', 'c', 'files'].flatMap((name) => [`/posts/${name}.md`]),
        '/posts/',
        '/posts/files/data.csv',
        '/posts/files/sub/a b.pdf',
        ...['a', 'b', 'c', 'files', 'unlisted'].flatMap((name) => [
          `/posts/${name}/card.png`,
          `/posts/${name}/`,
        ]),
      ].sort((a, b) => (fileAt(pathKey(a)) < fileAt(pathKey(b)) ? -1 : 1)),
    );
  });

  test('has an instance of each row in a built site', () => {
    const paths = site.files().map((file) => file.replace(/index\.html$/, ''));
    // `octavo changed` writes the digest; there is no picture.
    const missing = PATTERNS.filter((pattern) => !paths.some((path) => pattern.test(path)));
    expect(missing.map(({ source }) => source)).toEqual(['^\\/digest\\.txt$', '^\\/_astro\\/.+$']);
  });
});

test('a file beside a post is published byte by byte', () => {
  const bytes = readFileSync(join(site.folder, 'dist/posts/files/data.csv'));
  expect(bytes).toEqual(FILES['posts/files/data.csv']);
});

describe('the link check', () => {
  test('accepts a link to each page and file of the built site, and to no other', async () => {
    // A link to .md leads to the page of a content file.
    const paths = site.files().filter((file) => !/^\/(?:_astro|search\/en)\/|\.md$/.test(file));
    expect(paths.length).toBeGreaterThan(40);
    const missing = [
      ...['/page/9/', '/tags/none/', '/tags/one/page/9/', '/tags/none/rss.xml', '/series/none/'],
      ...['/authors/nobody/', '/authors/someone/page/9/', '/rss/9.xml', '/atom/9.xml'],
      ...['/feed/9.json', '/sitemap-9.xml', '/_astro/none.css', '/search/none.js'],
      ...['/posts/draft/', '/nothing.html'],
    ];
    const links = [...paths, ...missing].map((path) => `[A](${encodeURI(path)})`);
    const source = readFileSync(join(site.folder, 'src/content/posts/b.md'), 'utf8');
    site.write('content/posts/b.md', `${source}\n\n${links.join('\n\n')}\n`);
    const { stdout } = await site.check();
    const dead = [...stdout.matchAll(/link: (\S+) (?:not found|is a draft)/g)];
    expect(dead.map(([, path]) => path)).toEqual(missing);
  });
});
