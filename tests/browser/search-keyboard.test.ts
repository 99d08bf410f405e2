import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogToSearch, count, field, results, searchIn, status } from './search-site.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogToSearch);

const searched = (query: string) => searchIn(blog, query);
const address = (page: Page) => page.url().slice(blog.url('').length);
/** The name of the link that has the focus, or its role. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.matches('[type=search]') ? 'the field' : element.innerText;
  });

describe('by keyboard', () => {
  test('each letter shows results; their number is announced once, after a pause', async () => {
    const page = await blog.visit('search/');
    await status(page).evaluate((element) => {
      const announced: string[] = [];
      Object.assign(window, { announced });
      new MutationObserver(() => announced.push(element.textContent)).observe(element, {
        childList: true,
      });
    });
    // A busy machine may pause between letters.
    await page.clock.install();
    await page.clock.pauseAt('2100-01-01');
    await page.keyboard.type('plenitude');
    await expect.poll(() => count(page).textContent()).toBe('14 results');
    expect(await results(page).count()).toBe(14);
    expect(await page.evaluate('announced')).toEqual([]);
    await page.clock.resume();
    await expect.poll(() => status(page).textContent()).toBe('14 results');
    expect(await page.evaluate('announced')).toEqual(['14 results']);
    expect(blog.messages(page)).toEqual([]);
  });

  test('the arrow keys move the focus among the titles, and back to the field', async () => {
    const page = await searched('plenitude');
    await field(page).focus();
    const titles = await results(page).locator('h2').allInnerTexts();
    const moves = [
      ['ArrowUp', 'the field'],
      ['ArrowDown', titles[0]],
      ['ArrowDown', titles[1]],
      ['ArrowUp', titles[0]],
      ['ArrowUp', 'the field'],
      ['ArrowDown', titles[0]],
      ['ArrowDown', titles[1]],
      ['Escape', 'the field'],
    ] as const;
    for (const [key, name] of moves) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(name);
    }
    expect(await field(page).inputValue()).toBe('plenitude');
  });

  test('Tab leads through titles and sections, and an arrow key from a section on', async () => {
    const page = await searched('threads');
    await results(page).locator('h2 a').first().focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Threads');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('the field');
  });

  test('Enter in the field opens the first result of what was typed', async () => {
    const page = await blog.visit('search/');
    await page.keyboard.type('threads');
    await page.keyboard.press('Enter');
    await page.waitForURL(blog.url('posts/go-limits/'));
    await page.goBack();
    await expect.poll(() => field(page).inputValue()).toBe('threads');
  });

  test('Escape takes the query and the results away', async () => {
    const page = await searched('threads');
    await field(page).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => results(page).count()).toBe(0);
    expect(await field(page).inputValue()).toBe('');
    await expect.poll(() => address(page)).toBe('search/');
    await expect.poll(() => status(page).textContent()).toBe('');
  });

  test('a key pressed while a word is composed is left to the composing', async () => {
    const page = await searched('threads');
    await field(page).focus();
    await field(page).evaluate((input) => {
      const options = { key: 'ArrowDown', bubbles: true, isComposing: true };
      input.dispatchEvent(new KeyboardEvent('keydown', options));
    });
    expect(await focused(page)).toBe('the field');
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
