import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogToSearch, field, options, searchIn, status } from './search-site.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogToSearch);

const searched = (query: string) => searchIn(blog, query);
const address = (page: Page) => page.url().slice(blog.url('').length);

describe('by keyboard', () => {
  const active = (page: Page) =>
    page.locator('[aria-selected=true]').evaluateAll((all) => all.map(({ id }) => id));

  test('three letters show results, which are announced', async () => {
    const page = await blog.visit('search/');
    await page.keyboard.type('ple');
    await expect.poll(() => status(page).textContent()).toBe('14 results');
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    expect(blog.messages(page)).toEqual([]);
  });

  test('the arrow keys choose, the focus stays in the field, and Enter opens', async () => {
    const page = await searched('threads');
    await field(page).focus();
    for (const [key, chosen] of [
      ['ArrowDown', ['result-0']],
      ['ArrowDown', ['result-1']],
      ['ArrowDown', []],
      ['ArrowUp', ['result-1']],
      ['ArrowUp', ['result-0']],
      ['ArrowRight', []],
      ['ArrowUp', ['result-1']],
    ] as const) {
      await page.keyboard.press(key);
      expect(await active(page)).toEqual(chosen);
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(chosen[0] ?? null);
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(blog.url('posts/go-limits/#threads'));
  });

  test('Escape takes the query and the results away', async () => {
    const page = await searched('threads');
    await field(page).press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect.poll(() => options(page).count()).toBe(0);
    expect(await field(page).inputValue()).toBe('');
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    expect(await status(page).textContent()).toBe('');
    expect(address(page)).toBe('search/');
  });

  test('a key pressed while a word is composed is left to the composing', async () => {
    const page = await searched('threads');
    await field(page).focus();
    await field(page).evaluate((input) =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true }),
      ),
    );
    expect(await active(page)).toEqual([]);
  });
});

describe('the key /', () => {
  /** Presses keys, and returns whether the page handled the event. */
  async function isTaken(page: Page, keys: string): Promise<boolean> {
    await page.evaluate(() =>
      addEventListener('keydown', ({ key, defaultPrevented }) => {
        if (key === '/') document.documentElement.dataset['taken'] = String(defaultPrevented);
      }),
    );
    await page.keyboard.press(keys);
    return (await page.locator('html').getAttribute('data-taken')) === 'true';
  }

  test.each(['', 'posts/mesh/', 'tags/', '404.html'])(
    'leads from /%s to the search',
    async (from) => {
      const page = await blog.visit(from);
      await page.keyboard.press('/');
      await page.waitForURL(blog.url('search/'));
      await expect
        .poll(() => field(page).evaluate((input) => input === document.activeElement))
        .toBe(true);
      expect(await field(page).inputValue()).toBe('');
    },
  );

  test('selects what is in the field on the search page, and is a letter within it', async () => {
    const page = await searched('net');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await field(page).inputValue()).toBe('a/b');
  });

  test.each(['Control+/', 'Alt+/', 'Meta+/'])('is left alone as %s', async (keys) => {
    const page = await blog.visit('posts/mesh/');
    expect(await isTaken(page, keys)).toBe(false);
  });

  test('can be turned off', async () => {
    const page = await blog.visit('search/');
    await page.getByLabel('Open the search with the / key').uncheck();
    await page.goto(blog.url('posts/mesh/'));
    expect(await isTaken(page, '/')).toBe(false);
    await page.goto(blog.url('search/'));
    await page.getByLabel('Open the search with the / key').check();
    await page.goto(blog.url('posts/mesh/'));
    await page.keyboard.press('/');
    await page.waitForURL(blog.url('search/'));
  });
});
