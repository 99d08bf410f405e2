import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { blogToSearch } from '../browser/search-site.ts';
import { siteInFirefox } from './site-in-firefox.ts';

const blog = siteInFirefox(blogToSearch);

const status = (page: Page) => page.$eval('[role=status]', ({ textContent }) => textContent);

test('the key / leads to the search, whose results open by arrow keys and Enter', async () => {
  const page = await blog.visit('posts/mesh/');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('/')]);
  expect(page.url()).toBe(blog.url('search/'));
  await page.keyboard.type('threads');
  await expect.poll(() => status(page)).toBe('1 result');
  await page.keyboard.press('ArrowDown');
  expect(await page.$eval('[aria-selected=true]', ({ id }) => id)).toBe('result-0');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(page.url()).toBe(blog.url('posts/go-limits/'));
});

test('Escape clears the query and its results', async () => {
  const page = await blog.visit('search/?q=threads');
  await page.waitForSelector('[role=option]');
  await page.focus('[role=combobox]');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.$$eval('[role=option]', ({ length }) => length)).toBe(0);
  expect(page.url()).toBe(blog.url('search/'));
});
