import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { blogToSearch } from '../browser/search-site.ts';
import { siteInFirefox } from './site-in-firefox.ts';

const blog = siteInFirefox(blogToSearch);

const count = (page: Page) => page.$eval('search .count', ({ textContent }) => textContent);
const focused = (page: Page) => page.evaluate(() => document.activeElement!.textContent);

test('the key / leads to the search, whose results open by arrow keys and Enter', async () => {
  const page = await blog.visit('posts/mesh/');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('/')]);
  expect(page.url()).toBe(blog.url('search/'));
  await page.keyboard.type('threads');
  await expect.poll(() => count(page)).toBe('1 result');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Limits of a Go program');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(blog.url('posts/go-limits/'));
});

test('Enter in the field opens the first result, and the search is there again on the way back', async () => {
  const page = await blog.visit('search/');
  await page.keyboard.type('threads');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(blog.url('posts/go-limits/'));
  // Puppeteer would wait for a load, which a page restored from memory has not.
  await page.evaluate(() => history.back());
  await expect.poll(() => count(page).catch(() => undefined)).toBe('1 result');
  expect(await page.evaluate(() => location.search)).toBe('?q=threads');
});

test('Escape clears the query and its results', async () => {
  const page = await blog.visit('search/?q=threads');
  await page.waitForSelector('search ol li');
  await page.focus('input[type=search]');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.$$eval('search ol li', ({ length }) => length)).toBe(0);
  await expect.poll(() => page.evaluate(() => location.href)).toBe(blog.url('search/'));
});
