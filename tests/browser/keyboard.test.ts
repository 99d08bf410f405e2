import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { describeFocus, names, walk } from './focus.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

const HEAD = ['Skip to content', 'Test', 'Archive', 'Tags', 'About', 'Search', 'Theme: Automatic'];
const FOOT = ['CC0', 'a licence', 'Feeds', 'Elsewhere'];

/** Returns the names of all stops, each in sight and outlined; tests/all has every kind of page. */
async function seenStops(page: Page): Promise<string[]> {
  const stops = await walk(page);
  expect(stops.filter(({ isInSight }) => !isInSight)).toEqual([]);
  expect(stops.filter(({ outline }) => outline !== 'solid 2px')).toEqual([]);
  return names(stops);
}

describe('the Tab key goes', () => {
  test('on the index from the skip link through header and entries to the footer', async () => {
    const page = await blog.visit('');
    expect(await page.locator('article h2').count()).toBe(10);
    const links = await page.locator('article a').allTextContents();
    const stops = await seenStops(page);
    const intro = ['About it', 'Someone', 'Elsewhere', 'Feeds'];
    const pages = ['2', '3', 'Older posts'];
    expect(stops).toEqual([...HEAD, ...intro, ...links, ...pages, ...FOOT]);
  });

  test.each([
    { contents: 'beside the text', width: 1280, stop: 'First section' },
    { contents: 'folded above it', width: 1000, stop: 'On this page' },
  ])('through an article as it is read, with contents $contents', async ({ width, stop }) => {
    const page = await blog.visit('posts/an-article/', { width });
    const stops = (await seenStops(page)).slice(HEAD.length);
    const inOrder = ['Someone', 'Go', stop, 'a link', '1', 'First section', 'pre', 'More'].concat(
      'a note',
      'the first section',
      'Reply by email',
      'Older With a cover',
      ...FOOT,
      'Edit this page',
    );
    expect(stops.filter((stop) => inOrder.includes(stop))).toEqual(inOrder);
  });
});

describe('the skip link', () => {
  test('is not seen until it has the focus, and leads past the header', async () => {
    const page = await blog.visit('posts/an-article/', { width: 360 });
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect((await skip.boundingBox())!.y).toBeLessThan(-20);
    await page.keyboard.press('Tab');
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('main');
    await page.keyboard.press('Tab');
    const { name } = (await page.evaluate(describeFocus))!;
    expect(name).toBe('Someone');
  });
});

describe('the theme switch', () => {
  test('is one stop, at which Enter and Space go to the next theme', async () => {
    const page = await blog.visit('');
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await page.getByRole('button', { name: 'Theme: Automatic' }).focus();
    for (const [key, next] of [
      ['Enter', 'light'],
      ['Space', 'dark'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await theme()).toBe(next);
    }
    expect((await page.evaluate(describeFocus))!).toEqual({
      name: 'Theme: Dark',
      outline: 'solid 2px',
      isInSight: true,
    });
  });
});

test('a code block scrolls by the arrow keys', async () => {
  const page = await blog.visit('posts/long-words/', { width: 360 });
  await page.locator('pre').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('pre').evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
});
