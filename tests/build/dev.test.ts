import { mkdirSync, writeFileSync } from 'node:fs';
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
const NOTE = post({ title: undefined, link: 'https://linked.example/' }, 'A note.');

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

test('dev answers from the bundle of a build until a file changes', async () => {
  const files = {
    'posts/a/index.md': post({ draft: true }, '![A dot](dot.png)'),
    'posts/a/dot.png': await png(4, 4),
  };
  const site = await new TestSite('dev-first-pages', { files }).mustBuild();
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const answer = async (path: string) => (await fetch(server.url(path))).text();
  /** In `dev`, Astro loads each style sheet of a page. */
  const BY_ASTRO = 'styles/base.css"';
  const first = await answer('posts/a/');
  expect(first).toContain('src="/@vite/client"');
  expect(first).not.toContain(BY_ASTRO);
  const [, picture = ''] = /<img src="([^"]+)/.exec(first) ?? [];
  const shown = await fetch(server.url(picture.replaceAll('&amp;', '&')));
  expect(shown.headers.get('content-type')).toMatch(/^image\//);
  expect((await fetch(server.url('posts/b/'))).status).toBe(404);
  site.write('styles/theme.css', 'body { color: red }');
  await vi.waitFor(async () => expect(await answer('posts/a/')).toContain(BY_ASTRO), WAIT);
  site.edit('content/posts/a/index.md', 'draft: true', COVER);
  const cover = /<figure class="cover[^>]*><img src="\/_image/;
  await vi.waitFor(async () => expect(await answer('posts/a/')).toMatch(cover), WAIT);
});
