import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DevServer } from '../dev-server.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

test('dev below a base path searches what is written, and serves posts as files', async () => {
  const settings = { url: 'https://example.com/blog/', permalink: '/posts/:slug.html' };
  const site = new TestSite('dev-search', { settings, files: { 'posts/a.md': post({}) } });
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
  expect(server.output).not.toContain('[ERROR]');
});
