import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { background, DARK, LIGHT, store } from './themes.ts';

const blog = siteInBrowser(blogOfAllKinds);

/** The radio button that is chosen, by its name; empty where none is. */
const chosen = (page: Page) =>
  page.evaluate(
    () => document.querySelector('.theme input:checked')?.getAttribute('aria-label') ?? '',
  );

const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check();

describe('the theme', () => {
  test.each([
    ['Light', 'dark', LIGHT],
    ['Dark', 'light', DARK],
  ] as const)('%s is shown at once, against a %s system', async (name, colorScheme, color) => {
    const page = await blog.visit('', { colorScheme });
    expect(await background(page)).not.toBe(color);
    await choose(page, name);
    expect(await background(page)).toBe(color);
  });

  test('is automatic where nothing was chosen, and follows the system as it changes', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    expect(await chosen(page)).toBe('Automatic');
    expect(await background(page)).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(DARK);
  });

  test('follows the system again when automatic is chosen again', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await choose(page, 'Dark');
    await choose(page, 'Automatic');
    expect(await background(page)).toBe(LIGHT);
    await page.reload();
    expect(await chosen(page)).toBe('Automatic');
    expect(await background(page)).toBe(LIGHT);
  });

  test('does not follow the system where one was chosen', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await choose(page, 'Light');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(LIGHT);
  });
});

describe('what was chosen', () => {
  test('is remembered when the page is loaded again', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await choose(page, 'Dark');
    await page.reload();
    expect(await background(page)).toBe(DARK);
    expect(await chosen(page)).toBe('Dark');
  });

  test('holds on the next page, and on the way back', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await choose(page, 'Dark');
    await page.getByRole('link', { name: 'Note 4', exact: true }).click();
    await page.waitForURL('**/posts/note-4/');
    expect(await background(page)).toBe(DARK);
    expect(await chosen(page)).toBe('Dark');
    await choose(page, 'Light');
    await page.goBack();
    expect(await background(page)).toBe(LIGHT);
    expect(await chosen(page)).toBe('Light');
  });

  test('holds on a page that the browser kept while another was read', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await page.evaluate(() => {
      localStorage['theme'] = 'dark';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await background(page)).toBe(DARK);
    expect(await chosen(page)).toBe('Dark');
  });

  test('holds in every window of the reader at once', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    const other = await page.context().newPage();
    await other.goto(blog.url('about/'));
    await choose(other, 'Dark');
    await expect.poll(() => background(page)).toBe(DARK);
    expect(await chosen(page)).toBe('Dark');
  });
});

describe('a store that is no help', () => {
  test.each(['blue', '"><script>', '[object Object]'])(
    '%s is as good as nothing',
    async (value) => {
      const page = await blog.visit('', { colorScheme: 'dark', before: store(value) });
      expect(await background(page)).toBe(DARK);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await background(page)).toBe(LIGHT);
      await choose(page, 'Dark');
      expect(await background(page)).toBe(DARK);
      expect(blog.messages(page)).toEqual([]);
    },
  );

  test('closed to scripts, it leaves the page to the system, without a switch', async () => {
    const page = await blog.visit('posts/an-article/', { colorScheme: 'dark', before: closeStore });
    expect(await background(page)).toBe(DARK);
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'An article' }).isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow')));
    expect(blog.messages(page)).toEqual([]);
  });

  test('that is full does not keep a reader from switching', async () => {
    const page = await blog.visit('', { colorScheme: 'light', before: fillStore });
    await choose(page, 'Dark');
    expect(await background(page)).toBe(DARK);
    expect(blog.messages(page)).toEqual([]);
  });
});

/** As where a reader has forbidden a site to keep anything. */
const closeStore = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });

const fillStore = (page: Page) =>
  page.addInitScript(() => {
    const full = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    Object.defineProperty(window, 'localStorage', {
      value: new Proxy(localStorage, { set: full }),
    });
  });
