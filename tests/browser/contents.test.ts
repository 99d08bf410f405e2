import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfTexts } from '../sites/texts.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfTexts);

const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const listed = (page: Page, name: string) =>
  contents(page).getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const boxOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox())!;

describe('beside the text', () => {
  test.each([1200, 1280, 1440, 1920])(
    'it is open at %i pixels and touches no text',
    async (width) => {
      const page = await blog.visit('posts/article/', { width });
      expect(await listed(page, 'Part of 4').isVisible()).toBe(true);
      const list = await boxOf(page, 'article details');
      const text = await boxOf(page, '.prose p');
      expect(list.x).toBeGreaterThan(0);
      expect(list.x + list.width).toBeLessThan(text.x - 16);
      expect(Math.abs(list.y - text.y)).toBeLessThan(16);
    },
  );

  test('it stays in sight to the end of the text, and ends with it', async () => {
    const page = await blog.visit('posts/article/');
    for (const name of ['Section 2', 'Part of 4']) {
      await heading(page, name).evaluate((element) => element.scrollIntoView());
      const { y, height } = await boxOf(page, 'article details');
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(800);
    }
  });

  test.each(['posts/article/', 'posts/folded-first/', 'manual/'])(
    'it is shown at /%s, where the text has something to open too, which stays closed',
    async (path) => {
      const page = await blog.visit(path);
      const [list, other, ...more] = await page.locator('details').all();
      expect(more).toEqual([]);
      expect(await list!.getByRole('link').first().isVisible()).toBe(true);
      expect(await other!.locator(':scope > :not(summary)').first().isVisible()).toBe(false);
    },
  );

  test('it has a title, and nothing to open', async () => {
    const page = await blog.visit('posts/article/');
    expect(await contents(page).locator('summary').isVisible()).toBe(false);
    const title = await contents(page)
      .locator('details')
      .evaluate((element) => getComputedStyle(element, '::before').content);
    expect(title).toBe('"On this page"');
  });

  test('it scrolls within itself where it is longer than the window', async () => {
    const page = await blog.visit('posts/long/', { height: 600 });
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    const { y, height } = await boxOf(page, 'article details');
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(600);
    await listed(page, 'Section 60').focus();
    const last = (await listed(page, 'Section 60').boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(600);
  });
});

describe('above the text', () => {
  test.each([360, 1199])('it is closed at %i pixels', async (width) => {
    const page = await blog.visit('posts/article/', { width });
    expect(await listed(page, 'Section 1').isVisible()).toBe(false);
    const list = await boxOf(page, 'article details');
    const text = await boxOf(page, '.prose p');
    expect(list.y + list.height).toBeLessThan(text.y);
  });

  test('it opens, leads and closes by keyboard', async () => {
    const page = await blog.visit('posts/article/', { width: 360 });
    await page.getByText('On this page').focus();
    await page.keyboard.press('Enter');
    expect(await listed(page, 'Section 1').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect(await listed(page, 'Section 1').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#section-1');
  });
});

describe('its links', () => {
  test('lead to the headings, which come to the head of the window', async () => {
    const page = await blog.visit('posts/article/');
    for (const name of ['Section 3', 'Part of 1']) {
      await listed(page, name).click();
      await expect.poll(async () => (await heading(page, name).boundingBox())!.y).toBeLessThan(60);
      expect((await heading(page, name).boundingBox())!.y).toBeGreaterThanOrEqual(0);
    }
  });

  test('show which section is read: one at a time, and as one scrolls', async () => {
    const page = await blog.visit('posts/article/');
    for (const name of ['Section 1', 'Section 2', 'Part of 3', 'Section 4']) {
      await heading(page, name).evaluate((element) => element.scrollIntoView());
      await expect.poll(() => current(page)).toEqual([name]);
    }
  });
});

describe('the entry of the section that is read', () => {
  const entry = (page: Page) => contents(page).locator('[aria-current]');

  test('is in sight in a list that is longer than the window', async () => {
    const page = await blog.visit('posts/long/', { height: 600 });
    for (const name of ['Section 50', 'Section 9']) {
      await heading(page, name).evaluate((element) => element.scrollIntoView());
      await expect.poll(() => entry(page).textContent()).toBe(name);
      const { y, height } = (await entry(page).boundingBox())!;
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(600);
      expect((await heading(page, name).boundingBox())!.y).toBeLessThan(60);
    }
  });

  test('does not move the page where the list is above the text', async () => {
    const page = await blog.visit('posts/long/', { width: 360 });
    await page.getByText('On this page').click();
    await heading(page, 'Section 30').evaluate((element) => element.scrollIntoView());
    await expect.poll(() => entry(page).textContent()).toBe('Section 30');
    expect((await heading(page, 'Section 30').boundingBox())!.y).toBeLessThan(60);
    expect(blog.messages(page)).toEqual([]);
  });
});

test('the list opens and closes with the layout', async () => {
  const page = await blog.visit('posts/article/', { width: 1000 });
  for (const [width, isOpen] of [
    [1400, true],
    [1000, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    expect(await listed(page, 'Section 1').isVisible()).toBe(isOpen);
    expect(await contents(page).locator('summary').isVisible()).toBe(!isOpen);
  }
});

test('its last entry leads back to the top', async () => {
  const page = await blog.visit('posts/article/');
  await heading(page, 'Section 3').evaluate((element) => element.scrollIntoView());
  expect(await contents(page).getByRole('link').last().textContent()).toBe('Back to top');
  await listed(page, 'Back to top').click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

/** The links of the table of contents that look different from most. */
async function current(page: Page): Promise<string[]> {
  const links = await contents(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => [link.textContent, getComputedStyle(link).color]));
  const plain = await contents(page).evaluate((nav) => getComputedStyle(nav).color);
  return links.filter(([, color]) => color !== plain).map(([name]) => name!);
}

test('there is none for fewer than three headings', async () => {
  const page = await blog.visit('posts/two-headings/');
  expect(await contents(page).count()).toBe(0);
  expect(blog.messages(page)).toEqual([]);
});
