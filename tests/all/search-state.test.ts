import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../browser/axe.ts';
import { overflowing } from '../browser/layout.ts';
import { blogToSearch, field, options, paths, searchIn, status } from '../browser/search-site.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';

const blog = siteInBrowser(blogToSearch);

const searched = (query: string) => searchIn(blog, query);
const address = (page: Page) => page.url().slice(blog.url('').length);

describe('the address', () => {
  test('says what is searched for, and does so alone', async () => {
    const page = await blog.visit('search/');
    await page.keyboard.type('threads & c++');
    await expect.poll(() => address(page)).toBe('search/?q=threads+%26+c%2B%2B');
    const other = await searched('threads');
    expect(await field(other).inputValue()).toBe('threads');
  });

  test('goes back and forward through searches, and from an article to its search', async () => {
    const page = await searched('threads');
    await field(page).fill('vector');
    await expect.poll(() => address(page)).toBe('search/?q=vector');
    await expect.poll(() => paths(page)).toEqual(['/blog/posts/cpp/']);
    await page.goBack();
    await expect.poll(() => field(page).inputValue()).toBe('threads');
    await expect.poll(async () => (await paths(page))[0]).toBe('/blog/posts/go-limits/');
    await page.goForward();
    await expect.poll(() => paths(page)).toEqual(['/blog/posts/cpp/']);
    await options(page).first().click();
    await page.waitForURL(blog.url('posts/cpp/'));
    await page.goBack();
    await expect.poll(() => paths(page)).toEqual(['/blog/posts/cpp/']);
    expect(await field(page).inputValue()).toBe('vector');
  });

  test('is one however many letters are typed', async () => {
    const page = await blog.visit('');
    await page.getByRole('link', { name: 'Search' }).click();
    await page.waitForURL(blog.url('search/'));
    for (const typed of ['t', 'th', 'thr', 'thre', 'threads']) {
      const before = await field(page).inputValue();
      await page.keyboard.type(typed.slice(before.length));
      await expect.poll(() => address(page)).toBe(`search/?q=${typed}`);
    }
    await page.goBack();
    await page.waitForURL(blog.url(''));
  });
});

describe('the filters', () => {
  const counts = (page: Page) =>
    page
      .locator('search label:visible')
      .evaluateAll((all) => all.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()));

  test('have a number for each tag and year, and leave what has all tags and the year', async () => {
    const page = await searched('the');
    await page.getByText('Filter').click();
    await expect.poll(() => counts(page)).toContain('Kubernetes 2');
    await page.getByRole('checkbox', { name: /^Kubernetes/ }).check();
    await expect.poll(() => address(page)).toBe('search/?q=the&tag=Kubernetes');
    await expect.poll(() => status(page).textContent()).toBe('2 results');
    expect(await counts(page)).toEqual(['Go 1', 'Kubernetes 2', '2024 1', '2023 1']);
    await page.getByRole('checkbox', { name: /^2023/ }).check();
    await expect.poll(() => status(page).textContent()).toBe('1 result');
    expect((await paths(page))[0]).toBe('/blog/posts/mesh/');
    expect(await counts(page)).toEqual(['Kubernetes 1', '2024 1', '2023 1']);
    await page.goBack();
    await expect.poll(() => status(page).textContent()).toBe('2 results');
    expect(await page.getByRole('checkbox', { name: /^2023/ }).isChecked()).toBe(false);
  });

  test('stand in the address, and show posts without a query, the newest first; one that no post has is ignored', async () => {
    const page = await blog.visit('search/?tag=Go&tag=Nowhere');
    await expect.poll(() => status(page).textContent()).toBe('2 results');
    expect(await paths(page)).toEqual(['/blog/posts/go-limits/', '/blog/posts/server/']);
    expect(await page.getByRole('checkbox', { name: /^Go/ }).isChecked()).toBe(true);
  });
});

const STATES: [string, string, (page: Page) => Promise<unknown>][] = [
  ['empty', 'search/', async () => undefined],
  ['with results', 'search/?q=word1000', (page) => page.getByRole('option').first().waitFor()],
  [
    'with a result chosen',
    'search/?q=threads',
    async (page) => {
      await page.getByRole('option').first().waitFor();
      await field(page).press('ArrowDown');
    },
  ],
  [
    'with more results than are shown',
    'search/?q=plenitude',
    (page) => page.getByRole('button', { name: 'More results' }).waitFor(),
  ],
  [
    'with nothing found',
    'search/?q=xylophone',
    (page) => page.getByText('Try fewer words').waitFor(),
  ],
  [
    'with the filters open',
    'search/?q=the&tag=Kubernetes',
    (page) => page.getByRole('checkbox', { name: /^Kubernetes/ }).waitFor(),
  ],
];

describe.each([320, 1280])('at %i pixels', (width) => {
  test.each(STATES)(
    'the search page has no finding of axe %s, and fits',
    async (_, path, reach) => {
      const page = await blog.visit(path, { width });
      await reach(page);
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await overflowing(page)).toEqual([]);
      expect(blog.messages(page)).toEqual([]);
    },
  );
});
