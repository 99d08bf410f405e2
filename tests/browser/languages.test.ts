import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { multilingualBlog } from '../sites/multilingual.ts';
import { axeFindingsAt } from './axe.ts';
import { overflowing } from './layout.ts';
import { count, field, links, paths } from './search-site.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(multilingualBlog);

const switcher = (page: Page) => page.locator('header .languages');
const list = (page: Page) => switcher(page).getByRole('list');

describe('the switcher of languages', () => {
  test('leads to the page in another language, without JavaScript', async () => {
    const page = await blog.visit('posts/proxies/', { javaScriptEnabled: false });
    await switcher(page).getByRole('button').click();
    await switcher(page).getByRole('link', { name: 'Deutsch' }).click();
    expect(new URL(page.url()).pathname).toBe('/de/posts/proxys/');
  });

  test('is named, reachable by keys, and shows the current language', async () => {
    const page = await blog.visit('de/');
    await page.getByLabel('Sprache').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(blog.url(''));
    expect(await switcher(page).locator('[aria-current]').textContent()).toContain('English');
  });

  test.each(['', 'ar/'])('opens below its button at /%s, and closes on Escape', async (path) => {
    const page = await blog.visit(path, { javaScriptEnabled: false });
    const button = switcher(page).getByRole('button');
    await button.click();
    const [above, below] = [(await button.boundingBox())!, (await list(page).boundingBox())!];
    expect(below.y).toBeCloseTo(above.y + above.height, 0);
    const edge = ({ x, width }: typeof above) => (path === '' ? x + width : x);
    expect(edge(below)).toBeCloseTo(edge(above), 0);
    await page.keyboard.press('Escape');
    expect(await list(page).isVisible()).toBe(false);
  });

  test('closes on a click outside', async () => {
    const page = await blog.visit('', { javaScriptEnabled: false });
    await switcher(page).getByRole('button').click();
    await page.locator('footer').click();
    expect(await list(page).isVisible()).toBe(false);
  });
});

test.each([
  '',
  'de/posts/proxys/',
  'ja/posts/proxies/',
  'ar/posts/proxies/',
  'ar/',
  'notes/',
  'ar/notes/',
  'notes/switch/',
])(
  '/%s has no findings of axe with the switcher open, and no part beyond the window',
  async (path) => {
    const page = await blog.visit(path);
    await switcher(page).getByRole('button').click();
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowing(page)).toEqual([]);
    expect(blog.messages(page)).toEqual([]);
  },
);

test('a page in Arabic runs from right to left, its code from left to right', async () => {
  const page = await blog.visit('ar/posts/proxies/');
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('h1')).toBe('rtl');
  expect(await direction('main p code')).toBe('ltr');
});

describe('a search', () => {
  const searched = async (path: string) => {
    const page = await blog.visit(path);
    await expect.poll(() => count(page).textContent()).not.toBe('');
    return page;
  };

  test('finds what is in the language of its page', async () => {
    expect(await paths(await searched('de/search/?q=Anfrage'))).toContain('/de/posts/proxys/');
    expect(await paths(await searched('search/?q=Anfrage'))).toEqual([]);
  });

  test('finds what is in other languages, if they are chosen', async () => {
    const page = await searched('search/?q=Anfrage&language=de&language=en');
    expect(await paths(page)).toContain('/de/posts/proxys/');
    expect(
      await links(page)
        .first()
        .evaluate((link) => link.closest('[lang]')?.getAttribute('lang')),
    ).toBe('de');
  });

  test('offers all languages as filters', async () => {
    const page = await blog.visit('search/');
    await page.getByText('Filter').click();
    const languages = page.getByRole('group', { name: 'Language' }).getByRole('checkbox');
    await expect.poll(() => languages.count()).toBe(4);
    await page.getByRole('checkbox', { name: 'German' }).check();
    await field(page).fill('Größe');
    await expect.poll(() => paths(page)).toContain('/de/posts/proxys/');
  });
});
