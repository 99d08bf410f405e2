import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../browser/themes.ts';
import { blogOfTexts } from '../sites/texts.ts';
import { resize, showsContentsBeside, siteInFirefox } from './site-in-firefox.ts';

const blog = siteInFirefox(blogOfTexts);
const isBeside = showsContentsBeside();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim());

describe('by keyboard', () => {
  test('the skip link leads to the text', async () => {
    const page = await blog.visit('posts/article/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('every stop is in sight and has an outline, to the end of the page', async () => {
    const page = await blog.visit('posts/article/');
    for (let stops = 0; ; stops++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { top, bottom } = element.getBoundingClientRect();
        const { outlineStyle } = getComputedStyle(element);
        return { outlineStyle, isInSight: bottom > 0 && top < innerHeight };
      });
      if (!stop) {
        // Folded contents are one stop.
        expect(stops).toBeGreaterThan(isBeside ? 20 : 19);
        break;
      }
      expect(stop).toEqual({ outlineStyle: 'solid', isInSight: true });
    }
  });
});

describe('the theme', () => {
  const background = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('follows a dark system, changes by the switch, and is remembered', async () => {
    const page = await blog.visit('');
    expect(await background(page)).toBe(DARK);
    await page.click('.theme');
    expect(await background(page)).toBe(LIGHT);
    await page.reload();
    expect(await background(page)).toBe(LIGHT);
    expect(await page.$eval('.theme', (button) => button.ariaLabel)).toBe('Theme: Light');
    await page.focus('.theme');
    await page.keyboard.press('Enter');
    expect(await background(page)).toBe(DARK);
  });
});

describe('the table of contents', () => {
  const scrollTo = (page: Page, id: string) =>
    page.evaluate((of) => document.getElementById(of)!.scrollIntoView(), id);
  const current = (page: Page) =>
    page.$eval('.contents [aria-current]', (link) => {
      const { top, bottom } = link.getBoundingClientRect();
      const { color } = getComputedStyle(link);
      return {
        name: link.textContent,
        isInSight: top >= 0 && bottom <= innerHeight,
        isMarked: color !== getComputedStyle(link.closest('nav')!).color,
      };
    });

  test.runIf(isBeside)('marks the section that is read, in sight', async () => {
    const page = await blog.visit('posts/long/', { height: 600 });
    for (const number of [50, 9]) {
      await scrollTo(page, `section-${number}`);
      await expect
        .poll(() => current(page).catch(() => undefined))
        .toEqual({ name: `Section ${number}`, isInSight: true, isMarked: true });
    }
  });

  test.runIf(isBeside)(
    'is open beside the text and closed above it, as the window is resized',
    async () => {
      const page = await blog.visit('posts/article/', { width: 1000 });
      const isOpen = () =>
        page.$eval('.contents ol a', (link) =>
          link.checkVisibility({ contentVisibilityAuto: true }),
        );
      for (const [width, expected] of [
        [1000, false],
        [1400, true],
        [1000, false],
      ] as const) {
        await resize(page, width);
        await expect.poll(isOpen).toBe(expected);
      }
    },
  );

  test('opens by keyboard above the text', async () => {
    const page = await blog.visit('posts/article/', { width: 360 });
    await page.focus('.contents summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Section 1');
  });
});
