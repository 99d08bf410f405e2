import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from 'octavo/config';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DevServer } from '../dev-server.ts';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** How long a change may take on a busy machine. */
const WAIT = { timeout: 30_000, interval: 100 };
const COVER = 'cover:\n  image: ./dot.png\n  alt: A dot';
const REPLY = { id: '1', author: { name: 'Ada' }, date: '2024-01-02', html: 'A reply.' };
const NOTE = post({ title: undefined, link: 'https://linked.example/' }, 'A note.');
/** A page of the owner that reads entries itself. */
const TITLES = `---
import { getCollection } from 'astro:content';
const posts = await getCollection('posts');
---
<html lang="en">
  <head><meta charset="utf-8" /><title>Titles</title></head>
  <body>{posts.map(({ data }) => data.title)}</body>
</html>
`;

test('dev below a base path serves posts as files, notes and a blogroll, and searches what is written', async () => {
  const settings: Partial<SiteConfig> = {
    ...{ url: 'https://example.com/blog/', permalink: '/posts/:slug.html' },
    ...{ notes: { onIndex: true }, feeds: { linkPosts: 'linked' }, blogroll: 'src/blogs.yaml' },
  };
  const files = {
    'posts/a.md': post({}),
    'notes/n.mdx': NOTE,
    '../blogs.yaml': '- title: B\n  url: https://b.example/\n',
  };
  const site = new TestSite('dev', { settings, files });
  mkdirSync(join(site.folder, 'public'), { recursive: true });
  writeFileSync(join(site.folder, 'public/b.html'), '<title>B</title>');
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const answer = async (path: string) => {
    const response = await fetch(server.url(path));
    return [response.status, await response.text()];
  };
  expect((await answer('search/en/index.json'))[1]).toContain('/blog/posts/a.html');
  expect((await answer('search/en/text-0.json'))[0]).toBe(200);
  expect(await answer('search/en/nothing.json')).toEqual([404, '']);
  expect((await answer('posts/a.html?b')).join()).toMatch(/^200,<!doctype html>/i);
  expect((await answer('posts/a.md'))[0]).toBe(200);
  expect((await answer('b.html')).join()).toContain('<title>B');
  expect((await answer('posts/c.html'))[0]).toBe(404);
  for (const path of ['', 'notes/', 'archive/'])
    expect((await answer(path)).join()).toMatch(/href="\/blog\/notes\/n\/"/);
  expect((await answer('notes/n/')).join()).toContain('<a href="/blog/notes/">');
  expect((await answer('rss.xml')).join()).toContain('<link>https://linked.example/</link>');
  expect((await answer('blogroll.opml')).join()).toContain('text="B"');
  site.write('content/notes/n.mdx', NOTE.replace('A note.', 'It is **{1 + 1}**.'));
  await vi.waitFor(
    async () => expect((await answer('notes/')).join()).toMatch(/It is <strong>2/),
    WAIT,
  );
  expect(server.output).not.toContain('[ERROR]');
  site.write('blogs.yaml', '[]');
  await server.printed(/src\/blogs\.yaml:1:1 {2}blogroll: blogs: empty/);
});

test('dev answers from the bundle of a build until code changes', async () => {
  const files = {
    'posts/a/index.md': post({ draft: true }, '![A dot](dot.png)'),
    'posts/a/dot.png': await png(4, 4),
    'posts/b.mdx': post({ title: 'B' }, 'It is **{1 + 1}**.'),
    '../pages/titles.astro': TITLES,
  };
  const site = await new TestSite('dev-bundle', { files }).mustBuild();
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const answer = async (path: string) => (await fetch(server.url(path))).text();
  const shows = (path: string, text: string | RegExp, isByAstro = false) =>
    vi.waitFor(async () => {
      const html = await answer(path);
      expect(html).toMatch(text);
      // In `dev`, Astro loads each style sheet of a page.
      expect(html.includes('styles/base.css"')).toBe(isByAstro);
    }, WAIT);
  await shows('posts/a/', 'src="/@vite/client"');
  await shows('posts/b/', '<strong>2');
  const [, picture = ''] = /<img src="([^"]+)/.exec(await answer('posts/a/')) ?? [];
  const shown = await fetch(server.url(picture.replaceAll('&amp;', '&')));
  expect(shown.headers.get('content-type')).toMatch(/^image\//);
  expect((await fetch(server.url('posts/c/'))).status).toBe(404);
  site.edit('content/posts/a/index.md', 'draft: true', COVER);
  await shows('posts/a/', /<figure class="cover[^>]*><img src="\/_image/);
  for (const path of ['../README.md', '../.editor/state.json', '../public/robots.txt'])
    site.write(path, '');
  site.write('content/posts/c.md', post({ title: 'A new post', tags: ['new'] }));
  await shows('', 'A new post');
  await shows('titles/', 'A new post');
  await shows('tags/new/', 'A new post');
  site.write('content/replies/c.json', JSON.stringify([REPLY]));
  await shows('posts/c/', 'A reply.');
  rmSync(join(site.folder, 'src/content/posts/c.md'));
  await vi.waitFor(async () => expect(await answer('titles/')).not.toContain('A new post'), WAIT);
  site.edit('content/posts/b.mdx', '1 + 1', '1 + 2');
  await shows('posts/b/', '<strong>3', true);
  site.edit('content/posts/b.mdx', '1 + 2', '1 + 1');
  await shows('posts/b/', '<strong>2');
  site.write('styles/theme.css', 'body { color: red }');
  await shows('posts/a/', 'figure', true);
  site.write('styles/theme.css', 'body { color: rgb(1,2; }');
  await vi.waitFor(async () => expect(await answer('')).toContain('/@vite/client'), WAIT);
  await server.printed(/^src\/styles\/theme\.css:1:24 {2}CSS: Unexpected token/m);
});

test('dev without a bundle shows a reply, and a post without its cover, at once after another change', async () => {
  const files = {
    'posts/a.md': post({ draft: true }).replace('draft: true', COVER),
    'posts/b/index.md': post({ draft: true }).replace('draft: true', COVER),
    'posts/dot.png': await png(4, 4),
    'posts/b/dot.png': await png(4, 4),
    '../pages/titles.astro': TITLES,
  };
  const site = new TestSite('dev-by-astro', { files });
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const shows = (text: string) =>
    vi.waitFor(async () => {
      const html = await (await fetch(server.url('posts/a/'))).text();
      expect(html).toContain(text);
      expect(html).toContain('styles/base.css"');
    }, WAIT);
  await shows('class="cover');
  // Astro ignores a new date of its store within a second after it has written it.
  site.edit('content/posts/a.md', '\n---\n', '\nupdated: 2024-02-03\n---\n');
  await shows('February 3');
  site.write('content/replies/a.json', JSON.stringify([REPLY]));
  await shows('A reply.');
  site.remove('content/posts/dot.png');
  site.edit('content/posts/a.md', COVER, 'toc: false');
  await shows('A reply.');
  site.edit('content/posts/a.md', '02-03', '02-04');
  await shows('February 4');
});

test('dev checks the content again after a change of other files, and names those that it does not read again', async () => {
  const text = '[F](/f.txt) ![A dot](../../assets/dot.png) [G](/g.txt)';
  const site = new TestSite('dev-files', { files: { 'posts/a.md': post({}, text) } });
  site.write('../plugins.ts', 'export const hastPlugins = [];');
  site.edit('site.config.ts', 'export const', "export * from '../plugins.ts';\nexport const");
  mkdirSync(join(site.folder, 'src/content/posts/b.md'));
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const printedAfter = async (change: () => unknown, pattern: RegExp) => {
    const from = server.output.length;
    change();
    await server.printed(pattern, from);
    return server.output.slice(from);
  };
  await server.printed(
    /f\.txt not found[^]*dot\.png not found[^]*g\.txt not found[^]*file: a folder/,
  );
  const write = (path: string, text: string | Uint8Array) => () => site.write(path, text);
  expect(await printedAfter(write('../public/f.txt', ''), /g\.txt not/)).not.toContain('f.txt not');
  const picture = await png(4, 4);
  expect(await printedAfter(write('assets/dot.png', picture), /g\.txt not/)).not.toContain(
    'dot.png',
  );
  for (const [path, name] of [
    ['site.config.ts', 'src/site.config.ts'],
    ['../plugins.ts', 'plugins.ts'],
  ] as const) {
    const change = () => site.edit(path, 'export', '\nexport');
    await printedAfter(change, new RegExp(`^${name} changed; restart dev`, 'm'));
  }
  site.write('../permalinks.lock', '/posts/gone/\n');
  await server.printed(/permalinks\.lock:1:1 {2}\/posts\/gone\/ not found/);
  expect(server.output).not.toContain('[ERROR]');
  const restarted = /server restarted[^]*Synced[^]*file: a folder/;
  await printedAfter(() => site.edit('../astro.config.mjs', 'export', '\nexport'), restarted);
  const output = await printedAfter(write('../public/g.txt', ''), /file: a folder[^]*Synced/);
  expect(output.match(/Syncing/g)).toHaveLength(1);
  expect(output).not.toContain('g.txt not');
});
