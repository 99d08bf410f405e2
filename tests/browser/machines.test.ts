import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogAboutHtml, SHOWN } from '../sites/about-html.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { chooseTheme } from './themes.ts';

const blog = siteInBrowser(blogAboutHtml);

describe('structured data', () => {
  test.each([
    ['', 1],
    ['posts/script/', 2],
  ])('is data to the browser, which the policy lets be: /%s', async (path, count) => {
    const page = await blog.visit(path);
    const data = page.locator('script[type="application/ld+json"]');
    expect(await data.count()).toBe(count);
    expect(blog.messages(page)).toEqual([]);
  });

  test('holds a title that would end its script', async () => {
    const page = await blog.visit('posts/script/');
    const [article] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.parse(article!)).toMatchObject({ headline: SHOWN });
    expect(await page.title()).toBe(`${SHOWN} – Test`);
    expect(await page.locator('h1').textContent()).toBe(SHOWN);
  });
});

describe('the color around the page', () => {
  /** Returns the color that the browser takes: of the first that the screen matches. */
  const color = (page: Page) =>
    page.evaluate(() => {
      const all = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
      return [...all].find(({ media }) => matchMedia(media).matches)?.content;
    });

  test.each([
    ['light', undefined, '#fdfdfc'],
    ['dark', undefined, '#16181b'],
    ['light', 'Dark', '#16181b'],
    ['dark', 'Light', '#fdfdfc'],
    ['dark', 'Automatic', '#16181b'],
  ] as const)('on a %s system with the theme %s is %s', async (colorScheme, theme, expected) => {
    const page = await blog.visit('', { colorScheme });
    if (theme) await chooseTheme(page, theme);
    expect(await color(page)).toBe(expected);
    await page.reload();
    expect(await color(page)).toBe(expected);
  });

  test('follows the system where there are no scripts', async () => {
    const page = await blog.visit('', { colorScheme: 'dark', javaScriptEnabled: false });
    expect(await color(page)).toBe('#16181b');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await color(page)).toBe('#fdfdfc');
  });
});

test('the browser reads the manifest', async () => {
  const page = await blog.visit('');
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  expect(url).toBe(blog.url('site.webmanifest'));
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ name: 'Test' });
});
