import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bytesTransferred, scriptBytes } from '../transferred.ts';
import { WEIGHED } from '../weighed.ts';
import { fixtureInBrowser } from './site-in-browser.ts';
import { WEIGHTS } from './weights.ts';

const blog = fixtureInBrowser('weight', WEIGHED);

const KB = 1024;

describe.each(WEIGHTS)('$name', ({ path, transferred, script }) => {
  test(`is transferred in ${transferred} KB`, async () => {
    const page = await blog.visit(path);
    expect(await bytesTransferred(page)).toBeLessThanOrEqual(transferred * KB);
  });

  test('is complete after one request, the icon apart', async () => {
    const requests: string[] = [];
    const before = async (page: Page) =>
      page.on('request', (request) => requests.push(request.url()));
    await blog.visit(path, { before });
    const icon = blog.url('favicon.svg');
    expect(requests.filter((address) => address !== icon)).toEqual([blog.url(path)]);
  });

  test(`has ${script} KB of script at most`, async () => {
    const page = await blog.visit(path);
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(script * KB);
  });
});

test('what is weighed is what the limits are about', async () => {
  const index = await blog.visit('');
  expect(await index.locator('article').count()).toBe(10);
  const page = await blog.visit('posts/article/');
  expect(await page.locator('article header').textContent()).toContain('8 min');
  expect(await page.locator('pre').count()).toBe(6);
});
