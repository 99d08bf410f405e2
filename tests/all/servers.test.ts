import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png, SVG } from '../pictures.ts';
import { post, words } from '../posts.ts';
import { programs, recipe, start, stopServers } from '../servers.ts';
import { TestSite } from '../site.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

const files = {
  'posts/größe.md': post(
    { title: 'Größe', aliases: ['/2019/größe.html', '/old', '/Alt/größer ist/'] },
    `![Waves](./waves.png)\n\n![A logo](./logo.svg)\n\n${words(400)}`,
  ),
  'posts/waves.png': await png(900, 500),
  'posts/logo.svg': SVG.replace('</svg>', `<desc>${words(300)}</desc></svg>`),
  'posts/a.md': post({ title: 'A' }),
  'posts/b.md': post({ title: 'B' }),
};
const sites = Object.fromEntries(
  ['/', '/blog/'].map((base) => {
    const settings = { url: `https://example.com${base}`, pageSize: 2, precompress: true };
    return [base, new TestSite(`servers${base.replaceAll('/', '-')}`, { settings, files })];
  }),
);

const installed = Object.entries(programs).filter(
  ([, { command }]) => spawnSync(command, ['-v']).error === undefined,
);

beforeAll(async () => {
  if (installed.length === 0) return;
  await Promise.all(Object.values(sites).map((site) => site.mustBuild()));
  for (const { folder } of Object.values(sites)) {
    writeFileSync(join(folder, 'server-rules.mjs'), recipe('server-rules.mjs'));
    writeFileSync(
      join(folder, 'permalinks.lock'),
      'gone /posts/weg%20ist/\ngone /posts/größte/\n/posts/a/\n',
    );
  }
});

afterAll(stopServers);

for (const [name, program] of Object.entries(programs)) {
  const isInstalled = installed.some(([one]) => one === name);
  const title = `${name} by the manual${isInstalled ? '' : `, not run: ${program.command} is not installed`}`;
  describe.skipIf(!isInstalled).each(['/', '/blog/'])(`${title}, at %s`, (base) => {
    const site = sites[base]!;
    let request: Awaited<ReturnType<typeof start>>;
    let asset: (ending: string) => string;
    beforeAll(async () => {
      request = await start(program, site);
      const all = site.files('_astro/*');
      asset = (ending) => all.find((path) => path.endsWith(ending))!.slice(1);
    });

    test('answers every kind of URL with its file, type and caching', async () => {
      const kinds: [path: string, file: string, type: RegExp][] = [
        ['', 'index.html', /^text\/html; ?charset=utf-8$/i],
        ['page/2/', 'page/2/index.html', /^text\/html; ?charset=utf-8$/i],
        ['posts/a/', 'posts/a/index.html', /^text\/html; ?charset=utf-8$/i],
        ['posts/gr%C3%B6%C3%9Fe/', 'posts/größe/index.html', /^text\/html; ?charset=utf-8$/i],
        ['posts/gr%c3%b6%c3%9fe/?utm=1', 'posts/größe/index.html', /^text\/html; ?charset=utf-8$/i],
        ['posts/gr%C3%B6%C3%9Fe.md', 'posts/größe.md', /^text\/markdown; ?charset=utf-8$/i],
        ['rss.xml', 'rss.xml', /^(?:application|text)\/xml(?:; ?charset=utf-8)?$/i],
        ['atom.xml', 'atom.xml', /^(?:application|text)\/xml(?:; ?charset=utf-8)?$/i],
        [
          'sitemap-index.xml',
          'sitemap-index.xml',
          /^(?:application|text)\/xml(?:; ?charset=utf-8)?$/i,
        ],
        ['feed.json', 'feed.json', /^application\/json/],
        ['site.webmanifest', 'site.webmanifest', /^application\/manifest\+json/],
        ['robots.txt', 'robots.txt', /^text\/plain; ?charset=utf-8$/i],
        ['favicon.svg', 'favicon.svg', /^image\/svg\+xml/],
        ['posts/a/card.png', 'posts/a/card.png', /^image\/png$/],
        [asset('.webp'), asset('.webp'), /^image\/webp$/],
        [asset('.svg'), asset('.svg'), /^image\/svg\+xml/],
      ];
      for (const [path, file, type] of kinds) {
        const { status, headers, body } = await request(path);
        expect([path, status]).toEqual([path, 200]);
        expect(headers['content-type'], path).toMatch(type);
        expect(body.equals(readFileSync(join(site.folder, 'dist', file))), path).toBe(true);
        const caching = path.startsWith('_astro/') ? IMMUTABLE : 'no-cache';
        expect([path, headers['cache-control']]).toEqual([path, caching]);
        const policy = `frame-ancestors 'none'${file.endsWith('.svg') ? "; script-src 'none'" : ''}`;
        expect([path, headers['content-security-policy']]).toEqual([path, policy]);
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'strict-origin-when-cross-origin',
          'strict-transport-security': 'max-age=31536000',
        });
      }
    });

    test('answers a URL without its slash, and an alias, by a redirect', async () => {
      const moved: [from: string, to: string][] = [
        ['posts/a', 'posts/a/'],
        ['old/', 'posts/gr%C3%B6%C3%9Fe/'],
        ['2019/gr%C3%B6%C3%9Fe.html', 'posts/gr%C3%B6%C3%9Fe/'],
        ['Alt/gr%C3%B6%C3%9Fer%20ist/', 'posts/gr%C3%B6%C3%9Fe/'],
      ];
      for (const [from, to] of moved) {
        const { status, headers } = await request(from);
        expect([301, 308], from).toContain(status);
        const { pathname } = new URL(headers.location!, 'http://localhost');
        expect([from, decodeURI(pathname)]).toEqual([from, base + decodeURI(to)]);
      }
    });

    test('answers missing and removed URLs with the page for them', async () => {
      const page = site.read('/404.html');
      const missing: [path: string, status: number][] = [
        ['posts/gr%C3%B6%C3%9Fte/', 410],
        ['posts/weg%20ist/', 410],
        ['posts/weg', 404],
        ['posts/weg/', 404],
        ['posts/weg.md', 404],
        ['_astro/weg.css', 404],
        // A folder without a page.
        ['2019/', 404],
      ];
      for (const [path, expected] of missing) {
        const { status, headers, body } = await request(path);
        expect([path, status]).toEqual([path, expected]);
        expect(headers['content-type'], path).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect([path, headers['cache-control']]).toEqual([path, 'no-cache']);
        expect(body.toString() === page, path).toBe(true);
      }
    });

    test('sends the compressed files', async () => {
      const paths = {
        '': 'index.html',
        'posts/gr%C3%B6%C3%9Fe/': 'posts/größe/index.html',
        'posts/gr%C3%B6%C3%9Fe.md': 'posts/größe.md',
        'rss.xml': 'rss.xml',
        [asset('.svg')]: asset('.svg'),
      };
      for (const [path, file] of Object.entries(paths))
        for (const [accepted, ending, decompress] of [
          ['gzip, deflate, br', '.br', brotliDecompressSync],
          ['gzip', '.gz', gunzipSync],
        ] as const) {
          if (ending === '.br' && !program.hasBrotli) continue;
          const plain = await request(path);
          const { headers, body } = await request(path, accepted);
          expect([path, headers['content-encoding']]).toEqual([
            path,
            ending === '.br' ? 'br' : 'gzip',
          ]);
          for (const same of ['content-type', 'cache-control', 'content-security-policy'])
            expect([path, same, headers[same]]).toEqual([path, same, plain.headers[same]]);
          expect(headers.vary?.toLowerCase(), path).toContain('accept-encoding');
          expect(body.equals(readFileSync(join(site.folder, 'dist', file + ending))), path).toBe(
            true,
          );
          expect(decompress(body).equals(plain.body)).toBe(true);
        }
    });

    test('answers 304 if a file has not changed', async () => {
      for (const path of ['', 'posts/a/', 'rss.xml', 'favicon.svg'])
        for (const accepted of ['', 'gzip', 'gzip, br']) {
          const { headers } = await request(path, accepted);
          const { status } = await request(path, accepted, headers.etag);
          expect([path, accepted, headers.etag, status]).toEqual([
            path,
            accepted,
            headers.etag,
            304,
          ]);
        }
    });

    test('starts without aliases and removed URLs', async () => {
      const other = await start(program, site, tmpdir());
      expect((await other('posts/a/')).status).toBe(200);
    });

    test('compresses what the build did not', async () => {
      const { headers } = await request('posts/a/', 'gzip');
      expect(headers['content-encoding']).toBe('gzip');
    });
  });
}
