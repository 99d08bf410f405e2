import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../browser/axe.ts';
import { overflowing } from '../browser/layout.ts';
import { blogToSearch, count, field, paths, results, searchIn } from '../browser/search-site.ts';
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

  test('is that of the last query on the way back from an article', async () => {
    const page = await searched('threads');
    await field(page).fill('vector');
    await expect.poll(() => address(page)).toBe('search/?q=vector');
    await expect.poll(() => paths(page)).toEqual(['/blog/posts/cpp/']);
    await results(page).first().getByRole('link').first().click();
    await page.waitForURL(blog.url('posts/cpp/'));
    await page.goBack();
    await expect.poll(() => paths(page)).toEqual(['/blog/posts/cpp/']);
    expect(await field(page).inputValue()).toBe('vector');
  });

  test('is one however many letters are typed', async () => {
    const page = await blog.visit('');
    await page.getByRole('link', { name: 'Search' }).click();
    await page.waitForURL(blog.url('search/'));
    for (const letters of ['thr', 'ea', 'ds']) {
      await page.keyboard.type(letters);
      const typed = await field(page).inputValue();
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

  test('have a number for each value, and leave what has the tag, the year and the rest', async () => {
    const page = await searched('the');
    await page.getByText('Filter').click();
    await expect.poll(() => counts(page)).toContain('Kubernetes 2');
    await page.getByRole('checkbox', { name: /^Kubernetes/ }).check();
    await expect.poll(() => address(page)).toBe('search/?q=the&tag=Kubernetes');
    await expect.poll(() => count(page).textContent()).toBe('2 results');
    await page.getByRole('checkbox', { name: /^2023/ }).check();
    await expect.poll(() => count(page).textContent()).toBe('1 result');
    expect((await paths(page))[0]).toBe('/blog/posts/mesh/');
    await expect.poll(() => address(page)).toBe('search/?q=the&tag=Kubernetes&year=2023');
  });

  test.each([
    ['series=go+at+work', /^Go at work/, ['/blog/posts/go-limits/', '/blog/posts/server/']],
    ['author=a+guest', /^A Guest/, ['/blog/posts/server/']],
    ['language=ja', /^Japanese/, ['/blog/posts/japanese/']],
    ['tag=go&tag=nowhere', /^Go 2/, ['/blog/posts/go-limits/', '/blog/posts/server/']],
  ])(
    'stand in the URL without regard to case, and show posts without words: %s',
    async (search, name, expected) => {
      const page = await blog.visit(`search/?${search}`);
      await expect.poll(() => paths(page)).toEqual(expected);
      expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
      expect(address(page)).toBe(`search/?${search}`);
    },
  );
});

const STATES: [string, string, (page: Page) => Promise<unknown>][] = [
  ['empty', 'search/', async () => undefined],
  ['with results', 'search/?q=word1000', (page) => results(page).first().waitFor()],
  [
    'with a result chosen',
    'search/?q=threads',
    async (page) => {
      await results(page).first().waitFor();
      await field(page).press('ArrowDown');
    },
  ],
  ['with many results', 'search/?q=plenitude', (page) => results(page).last().waitFor()],
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
