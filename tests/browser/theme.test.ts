import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { background, chooseTheme, chosenTheme, DARK, LIGHT, store } from './themes.ts';

const blog = siteInBrowser(blogOfAllKinds);

describe('the theme', () => {
  test.each([
    ['Light', 'dark', LIGHT],
    ['Dark', 'light', DARK],
  ] as const)('%s is shown at once, against a %s system', async (name, colorScheme, color) => {
    const page = await blog.visit('', { colorScheme });
    expect(await background(page)).not.toBe(color);
    await chooseTheme(page, name);
    expect(await background(page)).toBe(color);
  });

  test('is automatic where nothing was chosen, and follows the system as it changes', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    expect(await chosenTheme(page)).toBe('Automatic');
    expect(await background(page)).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(DARK);
  });

  test('follows the system again when automatic is chosen again', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await chooseTheme(page, 'Dark');
    await chooseTheme(page, 'Automatic');
    expect(await background(page)).toBe(LIGHT);
    await page.reload();
    expect(await chosenTheme(page)).toBe('Automatic');
    expect(await background(page)).toBe(LIGHT);
  });

  test('does not follow the system where one was chosen', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await chooseTheme(page, 'Light');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(LIGHT);
  });
});

describe('what was chosen', () => {
  test('is remembered when the page is loaded again', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await chooseTheme(page, 'Dark');
    await page.reload();
    expect(await background(page)).toBe(DARK);
    expect(await chosenTheme(page)).toBe('Dark');
  });

  test('holds on the next page, and on the way back', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await chooseTheme(page, 'Dark');
    await page.getByRole('link', { name: 'Note 4', exact: true }).click();
    await page.waitForURL('**/posts/note-4/');
    expect(await background(page)).toBe(DARK);
    expect(await chosenTheme(page)).toBe('Dark');
    await chooseTheme(page, 'Light');
    await page.goBack();
    expect(await background(page)).toBe(LIGHT);
    expect(await chosenTheme(page)).toBe('Light');
  });

  test('holds on a page that the browser kept while another was read', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    await page.evaluate(() => {
      localStorage['theme'] = 'dark';
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await background(page)).toBe(DARK);
    expect(await chosenTheme(page)).toBe('Dark');
  });

  test('holds in every window of the reader at once', async () => {
    const page = await blog.visit('', { colorScheme: 'light' });
    const other = await page.context().newPage();
    await other.goto(blog.url('about/'));
    await chooseTheme(other, 'Dark');
    await expect.poll(() => background(page)).toBe(DARK);
    expect(await chosenTheme(page)).toBe('Dark');
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
      await chooseTheme(page, 'Dark');
      expect(await background(page)).toBe(DARK);
      expect(blog.messages(page)).toEqual([]);
    },
  );

  test('closed to scripts, it leaves the page to the system, without a switch', async () => {
    const page = await blog.visit('posts/an-article/', { colorScheme: 'dark', before: closeStore });
    expect(await background(page)).toBe(DARK);
    expect(await chosenTheme(page)).toBe('');
    expect(await page.getByRole('heading', { name: 'An article' }).isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow')));
    expect(blog.messages(page)).toEqual([]);
  });

  test('that is full does not keep a reader from switching', async () => {
    const page = await blog.visit('', { colorScheme: 'light', before: fillStore });
    await chooseTheme(page, 'Dark');
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
