import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

/** A place where the focus rests, as a reader finds it. */
interface Stop {
  /** What is written on it; the element's name where nothing is. */
  name: string;
  outline: string;
  isInSight: boolean;
}

/** Presses Tab until the focus leaves the page, and returns every stop on the way. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(describeFocus);
    if (stop === null) return stops;
    stops.push(stop);
    if (stops.length > 200) throw new Error('the focus does not leave the page');
  }
}

function describeFocus(): Stop | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + Math.min(width, 40) / 2, top + Math.min(height, 20) / 2];
  const hit = document.elementFromPoint(x, y);
  return {
    name:
      (element.ariaLabel ?? element.getAttribute('title')) ||
      (element.matches('pre')
        ? element.localName
        : element.textContent.replace(/\s+/g, ' ').trim()),
    outline: `${outlineStyle} ${outlineWidth}`,
    isInSight:
      left >= 0 &&
      right <= innerWidth + 1 &&
      top >= 0 &&
      Math.min(bottom, top + 20) <= innerHeight &&
      hit !== null &&
      (element.contains(hit) || hit.contains(element)),
  };
}

const names = (stops: Stop[]) => stops.map(({ name }) => name);

const HEAD = ['Skip to content', 'Test', 'Archive', 'Tags', 'About', 'Search', 'Theme: Automatic'];
const FOOT = ['CC0', 'a licence', 'Feeds', 'Elsewhere'];

describe('the Tab key goes', () => {
  test('on the index from the skip link through header and entries to the footer', async () => {
    const page = await blog.visit('');
    expect(await page.locator('article h2').count()).toBe(10);
    const links = await page.locator('article a').allTextContents();
    const stops = names(await walk(page));
    const intro = ['About it', 'Someone', 'Elsewhere', 'Feeds'];
    const pages = ['2', '3', 'Older posts'];
    expect(stops).toEqual([...HEAD, ...intro, ...links, ...pages, ...FOOT]);
  });

  test.each([
    { contents: 'beside the text', width: 1280, stop: 'First section' },
    { contents: 'folded above it', width: 1000, stop: 'On this page' },
  ])('through an article as it is read, with contents $contents', async ({ width, stop }) => {
    const page = await blog.visit('posts/an-article/', { width });
    const stops = names(await walk(page)).slice(HEAD.length);
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

  test.each(Object.entries(KINDS))(
    'on %s to the end and back, in sight at every stop',
    async (_, path) => {
      const page = await blog.visit(path);
      const there = await walk(page);
      expect(there.filter(({ isInSight }) => !isInSight)).toEqual([]);
      expect(there.filter(({ outline }) => outline !== 'solid 2px')).toEqual([]);
      expect(names(await walk(page, 'Shift+Tab'))).toEqual(names(there).reverse());
    },
  );
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
