import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfTexts } from '../sites/texts.ts';
import { axeFindings } from './axe.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { chooseTheme } from './themes.ts';

const ARTICLE = 'posts/pictures/';

const blog = siteInBrowser(blogOfTexts);

/** Goes through the page, and waits for each picture that is shown. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) {
      if (image.getClientRects().length === 0) continue;
      image.scrollIntoView();
      await image.decode();
    }
  });
}

/** Returns the names of the pictures that the browser fetched. */
const fetched = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /_astro\/([^?]*?)\.[\w-]{8}[._]/.exec(name)?.[1] ?? '')
      .filter((name) => name !== ''),
  );

const visiblePictures = (page: Page) =>
  page
    .locator('.prose a')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links
        .filter((link) => link.querySelector('img') && link.getClientRects().length > 0)
        .map(({ href }) => /_astro\/(.*?)\.[\w-]{8}\./.exec(href)?.[1]),
    );

test.each([320, 1280])('no picture moves the text, at %i pixels', async (width) => {
  const page = await blog.visit(ARTICLE, {
    width,
    before: (window) =>
      window.addInitScript(() => {
        const shifts: number[] = ((window as unknown as Shifting).shifts = []);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  });
  await loadPictures(page);
  const shifts = () => page.evaluate(() => (window as unknown as Shifting).shifts.length);
  const before = await shifts();
  // Shifts are reported in order, so this one is the first if there was no other.
  await page.evaluate(() => {
    scrollTo(0, 0);
    const box = document.createElement('div');
    box.style.height = '100px';
    document.body.prepend(box);
  });
  await expect.poll(shifts).toBeGreaterThan(before);
  expect([before, await shifts()]).toEqual([0, 1]);
  expect(await overflowing(page)).toEqual([]);
  expect(blog.messages(page)).toEqual([]);
});

interface Shifting {
  shifts: number[];
}

test('pictures far below are loaded when they are near', async () => {
  const page = await blog.visit(ARTICLE, { height: 500 });
  await page.waitForLoadState('networkidle');
  expect(await fetched(page)).not.toContain('far');
  await loadPictures(page);
  expect(await fetched(page)).toContain('far');
});

test('a phone gets a smaller picture than a screen of many pixels', async () => {
  const size = async (options: object) => {
    const page = await blog.visit(ARTICLE, options);
    await loadPictures(page);
    const image = page.getByAltText('A wide plane');
    return image.evaluate((img: HTMLImageElement) =>
      Number(
        / (\d+)w/.exec(
          img
            .parentElement!.firstElementChild!.getAttribute('srcset')!
            .split(', ')
            .find((candidate) => candidate.startsWith(new URL(img.currentSrc).pathname))!,
        )![1],
      ),
    );
  };
  expect(await size({ width: 320 })).toBe(400);
  expect(await size({ width: 1280, deviceScaleFactor: 2 })).toBe(1152);
});

describe('a picture with a dark twin', () => {
  test.each([
    ['light', 'twin'],
    ['dark', 'twin.dark'],
  ] as const)(
    'follows the system when it is %s, and the other is not loaded',
    async (colorScheme, name) => {
      for (const javaScriptEnabled of [true, false]) {
        const page = await blog.visit(ARTICLE, { colorScheme, javaScriptEnabled });
        expect((await visiblePictures(page))[0]).toBe(name);
        expect(await page.getByRole('img', { name: 'A plane for two themes' }).count()).toBe(1);
      }
      const page = await blog.visit(ARTICLE, { colorScheme });
      await loadPictures(page);
      expect((await fetched(page)).filter((found) => found.startsWith('twin'))).toEqual([name]);
    },
  );

  test('follows the theme that its reader chooses', async () => {
    const page = await blog.visit(ARTICLE, { colorScheme: 'light' });
    await chooseTheme(page, 'Dark');
    expect((await visiblePictures(page))[0]).toBe('twin.dark');
    const image = page.getByRole('img', { name: 'A plane for two themes' });
    await expect
      .poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
      .toBe(true);
    await chooseTheme(page, 'Light');
    expect((await visiblePictures(page))[0]).toBe('twin');
  });

  test('is light in print', async () => {
    const page = await blog.visit(ARTICLE, { colorScheme: 'dark' });
    await chooseTheme(page, 'Dark');
    await page.emulateMedia({ media: 'print' });
    expect((await visiblePictures(page))[0]).toBe('twin');
  });
});

describe('the full size opens', () => {
  const link = (page: Page) => page.getByRole('link', { name: 'A wide plane' });

  test.each([true, false])('by a click, with JavaScript %s', async (javaScriptEnabled) => {
    const page = await blog.visit(ARTICLE, { javaScriptEnabled });
    await link(page).click();
    await page.waitForURL(/wide\.[\w-]+\.png$/);
    // Chromium may say that a picture takes no part in the transition between pages.
    const messages = blog.messages(page).filter((message) => !message.includes('ViewTransition'));
    expect(messages).toEqual([]);
  });

  test('by keyboard', async () => {
    const page = await blog.visit(ARTICLE);
    await link(page).focus();
    expect(await link(page).evaluate((a) => getComputedStyle(a).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/wide\.[\w-]+\.png$/);
  });
});

test('a picture that is decoration is nothing to a screen reader', async () => {
  const page = await blog.visit(ARTICLE);
  expect(await page.getByRole('img').count()).toBe(6);
  expect(await page.locator('.prose img[alt=""]').count()).toBe(1);
});

test('a picture within a line stays in it', async () => {
  const page = await blog.visit(ARTICLE);
  const [image, line] = await page
    .getByAltText('a small square')
    .evaluate((img) => [img, img.closest('p')!].map((box) => box.getBoundingClientRect().left));
  expect(image).toBeGreaterThan(line! + 50);
});

test('a sound has a name and controls', async () => {
  const page = await blog.visit(ARTICLE);
  const audio = page.locator('audio');
  await audio.scrollIntoViewIfNeeded();
  await expect.poll(() => audio.evaluate((one: HTMLAudioElement) => one.duration)).toBeCloseTo(0.1);
  expect(await audio.getAttribute('aria-label')).toBe('A sound');
});

test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (colorScheme) => {
  const page = await blog.visit(ARTICLE, { colorScheme });
  await loadPictures(page);
  expect(await axeFindings(page)).toEqual([]);
  if (process.env['SHOTS']) {
    await page.screenshot({ path: `${process.env['SHOTS']}/${colorScheme}.png`, fullPage: true });
  }
});

describe('a dark page dims pictures', () => {
  /** Returns the names of the visible pictures that are dimmed, and of those that are not. */
  const dimmed = (page: Page) =>
    page.locator('.prose img').evaluateAll((images: HTMLImageElement[]) => {
      const names = { dimmed: [] as string[], others: [] as string[] };
      for (const image of images.filter((one) => one.getClientRects().length > 0)) {
        const name = /_astro\/(.*?)\.[\w-]{8}[._]/.exec(image.src)?.[1] ?? image.src;
        (getComputedStyle(image).filter === 'none' ? names.others : names.dimmed).push(name);
      }
      return names;
    });

  test.each<[string, 'light' | 'dark', string]>([
    ['by its system', 'dark', 'auto'],
    ["by its reader's choice", 'light', 'dark'],
  ])('%s, but not drawings and those for dark pages', async (_, colorScheme, theme) => {
    const page = await blog.visit(ARTICLE, { colorScheme });
    if (theme !== 'auto')
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    const found = await dimmed(page);
    expect(found.dimmed).toContain('wide');
    expect(found.others).toEqual(expect.arrayContaining(['twin.dark', 'drawing']));
    expect(found.dimmed.join()).not.toMatch(/dark|drawing/);
  });

  test.each([
    ['a light page', { colorScheme: 'light' }],
    ['forced colors', { colorScheme: 'dark', forcedColors: 'active' }],
  ] as const)('but not with %s', async (_, options) => {
    const page = await blog.visit(ARTICLE, options);
    expect((await dimmed(page)).dimmed).toEqual([]);
  });

  test('but not on paper', async () => {
    const page = await blog.visit(ARTICLE, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect((await dimmed(page)).dimmed).toEqual([]);
  });
});
