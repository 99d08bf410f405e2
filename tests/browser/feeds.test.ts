import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfFeeds } from '../sites/feeds.ts';
import { axeFindingsAt } from './axe.ts';
import { OWN_CLIPBOARD } from './clipboard.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfFeeds);

const PAGE = 'feeds/';

describe('the page about the feeds', () => {
  test.each([
    ['RSS', 'https://example.com/blog/rss.xml'],
    ['Atom', 'https://example.com/blog/atom.xml'],
    ['JSON Feed', 'https://example.com/blog/feed.json'],
  ])('copies the address of %s with one click, and says so', async (name, address) => {
    const page = await blog.visit(PAGE, OWN_CLIPBOARD);
    const button = page.getByRole('button', { name: `Copy the URL of ${name}` });
    await button.click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(await button.textContent()).toBe('Copied');
    await expect.poll(() => button.textContent()).toMatch(/^\s*Copy\s*$/);
    expect(blog.messages(page)).toEqual([]);
  });

  test('selects the address where the clipboard is refused', async () => {
    const refuse = (page: Page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const page = await blog.visit(PAGE, { before: refuse });
    await page.getByRole('button', { name: 'Copy the URL of Atom' }).click();
    expect(await page.evaluate(() => String(getSelection()))).toBe(
      'https://example.com/blog/atom.xml',
    );
  });

  test('shows the addresses without JavaScript, where a click selects one, and no button', async () => {
    const page = await blog.visit(PAGE, { javaScriptEnabled: false });
    expect(await page.getByRole('button').count()).toBe(0);
    const address = 'https://example.com/blog/rss.xml';
    await page.getByText(address).click();
    expect(await page.evaluate(() => String(getSelection()))).toBe(address);
  });

  test('has no finding of axe', async () => {
    const page = await blog.visit(PAGE);
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
  });
});
