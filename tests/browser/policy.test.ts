import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { islandsBlog } from '../sites/islands.ts';
import { expectHydration } from './hydration.ts';
import { siteInBrowser } from './site-in-browser.ts';

// tests/all/islands.test.ts has the other frameworks.
const NAMES = ['preact'] as const;
const blog = siteInBrowser(() => islandsBlog('browser-policy', NAMES).mustBuild());

let thirdParty: Server;
const requested: string[] = [];

beforeAll(async () => {
  thirdParty = createServer(({ url = '' }, response) => {
    requested.push(url);
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
    response.end(url.endsWith('.js') ? `document.title += ' ${url}';` : 'A map');
  });
  await new Promise<void>((resolve) => thirdParty.listen(0, 'localhost', resolve));
  return () => thirdParty.close();
});

/** Opens a page in a browser for which a local server is the third party. */
async function visit(path: string): Promise<Page> {
  requested.length = 0;
  const { port } = thirdParty.address() as AddressInfo;
  return blog.visit(path, {
    before: (page) =>
      page.route(/^https:\/\/(?:third|head)\.example\//, async (route) => {
        const { pathname } = new URL(route.request().url());
        await route.fulfill({
          response: await route.fetch({ url: `http://localhost:${port}${pathname}` }),
        });
      }),
  });
}

describe.each(['posts/islands/', 'counters/'])('on %s', (path) => {
  test.each(NAMES)('islands of %s hydrate', async (name) => {
    const page = await visit(path);
    await expectHydration(page, name);
    const own = blog.messages(page).filter((message) => !/third\.example|^info:/.test(message));
    expect(own).toEqual([]);
  });
});

describe('a page loads from other hosts', () => {
  test('what its components and the settings declare', async () => {
    const page = await visit('posts/framed/');
    const expected = [
      '/all/count.js',
      '/all/late.js',
      '/data',
      '/frame/map.html',
      '/head.js',
      '/late.js',
      '/map.js',
    ];
    await expect.poll(() => requested.toSorted()).toEqual(expected);
    await expect.poll(() => page.title()).toContain(' /map.js');
    expect(await page.frameLocator('iframe').locator('body').innerText()).toBe('A map');
    expect(blog.messages(page)).toEqual([]);
  });

  test('nothing else', async () => {
    const page = await visit('posts/plain/');
    await expect
      .poll(() => requested.toSorted())
      .toEqual(['/all/count.js', '/all/late.js', '/head.js']);
    const blocked = () => blog.messages(page).filter((message) => /policy/i.test(message)).length;
    await expect.poll(blocked).toBeGreaterThanOrEqual(2);
    expect(requested).toHaveLength(3);
    expect(await page.locator('html#from-head').count()).toBe(1);
    expect(await page.locator('head link[rel=me][href="https://example.org/me"]').count()).toBe(1);
  });

  test('and runs the bundled scripts of its components', async () => {
    const page = await visit('posts/framed/');
    await expect.poll(() => page.locator('output').innerText()).toBe('Loaded');
    const sources = elements(blog.site.read('/posts/framed/'), 'script').map((script) =>
      attribute(script, 'src'),
    );
    expect(sources.some((src) => src?.startsWith('/_astro/'))).toBe(true);
  });
});

test('feeds and Markdown have what the server rendered of islands', () => {
  const [rss, markdown] = ['/rss.xml', '/posts/islands.md'].map((path) => blog.site.read(path));
  expect(rss!.match(/counted 0/g)).toHaveLength(2);
  expect(rss!.match(/See it in the article/g)).toHaveLength(1);
  expect(markdown!.match(/^<p> counted 0<\/p>$/gm)).toHaveLength(2);
  expect(markdown!.match(/^<p><a href="https:\/\/example.com\/posts\/islands\/">/gm)).toHaveLength(
    1,
  );
  expect(rss! + markdown!).not.toMatch(/astro-|client:|octavo:policy/);
});
