import { describe, expect, test } from 'vitest';
import { blogOfFeeds } from '../sites/feeds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfFeeds);

describe("fonts of the blog's own", () => {
  test('are loaded by a page that needs them, under its policy', async () => {
    const page = await blog.visit('posts/renamed/');
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      const faces = [...document.fonts].filter(({ status }) => status === 'loaded');
      return faces.map(({ family }) => family.replace(/-.*/, ''));
    });
    // Neither that of code nor the Cyrillic characters of text are needed.
    expect(new Set(loaded)).toEqual(new Set(['text', 'headings']));
    const files = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')),
    );
    expect(files.map(({ name }) => new URL(name).pathname)).toEqual([
      expect.stringMatching(/^\/blog\/_astro\/fonts\/\w+\.woff2$/),
      expect.stringMatching(/^\/blog\/_astro\/fonts\/\w+\.woff2$/),
    ]);
    expect(blog.messages(page)).toEqual([]);
  });

  test.each([
    ['text', 'p'],
    ['headings', 'h1'],
    ['headings', 'h2'],
    ['code', 'code'],
  ])('%s is that of %s, with a fallback of its size', async (role, selector) => {
    const page = await blog.visit('posts/title-0/');
    const font = await page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).fontFamily);
    expect(font).toMatch(new RegExp(`^${role}-\\w+, "${role}-\\w+ fallback: `));
  });
});
