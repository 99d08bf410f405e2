import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS, REDIRECT } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { background, DARK, LIGHT } from './themes.ts';

const blog = siteInBrowser(blogOfAllKinds);

const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });

const visit = (path: string, options = {}) =>
  blog.revisit(path, { javaScriptEnabled: false, ...options });

/** What can be read on a page. */
const textOf = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

describe('with JavaScript off', () => {
  test.each(Object.entries(KINDS))(
    '%s reads as with it, and has nothing to press in vain',
    async (_, path) => {
      const [page, other] = await Promise.all([visit(path), blog.revisit(path)]);
      expect(await page.locator('.theme, [type=button]').filter({ visible: true }).count()).toBe(0);
      await other.evaluate(() => {
        for (const control of document.querySelectorAll('.theme, [type=button]')) control.remove();
      });
      expect(await textOf(page)).toBe(await textOf(other));
      expect(blog.messages(page)).toEqual([]);
    },
  );

  test.each(Object.entries(KINDS))('%s follows the theme of the system', async (_, path) => {
    const page = await visit(path, { colorScheme: 'dark' });
    expect(await background(page)).toBe(DARK);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background(page)).toBe(LIGHT);
  });

  test('a table of contents beside the text is open', async () => {
    const page = await visit('posts/an-article/');
    const link = contents(page).getByRole('link', { name: 'Third section' });
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(new URL(page.url()).hash).toBe('#third-section');
  });

  test('a table of contents above the text opens', async () => {
    const page = await visit('posts/an-article/', { width: 360 });
    const link = contents(page).getByRole('link', { name: 'Third section' });
    expect(await link.isVisible()).toBe(false);
    await page.getByText('On this page').click();
    expect(await link.isVisible()).toBe(true);
  });

  test('the latest posts of the search page are apart from the links above', async () => {
    const page = await visit('search/');
    const links = (await page.locator('noscript ul').boundingBox())!;
    const heading = (await page.getByRole('heading', { name: 'Latest posts' }).boundingBox())!;
    expect(heading.y - links.y - links.height).toBeGreaterThan(20);
  });

  test('pictures are shown', async () => {
    const page = await visit('posts/with-a-cover/');
    const widths = await page
      .getByRole('img')
      .evaluateAll((all: HTMLImageElement[]) => all.map(({ naturalWidth }) => naturalWidth));
    expect(widths).toHaveLength(2);
    expect(widths).not.toContain(0);
  });

  test('a page that sends on to another does so', async () => {
    const page = await visit(REDIRECT);
    await page.waitForURL(blog.url(''));
    expect(await page.getByRole('link', { name: 'An article' }).isVisible()).toBe(true);
  });
});
