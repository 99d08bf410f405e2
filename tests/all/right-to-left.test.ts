import { describe, expect, test } from 'vitest';
import { arabicBlog } from '../sites/languages.ts';
import { axeFindings } from '../browser/axe.ts';
import { overflowing } from '../browser/layout.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';

const blog = siteInBrowser(arabicBlog);

const PAGES = [
  '',
  'page/2/',
  'posts/article/',
  'archive/',
  'tags/',
  'tags/لغة/',
  'authors/someone/',
  '404.html',
];

describe('a blog in Arabic', () => {
  test.each(PAGES)('/%s goes from right to left, fits and is accessible', async (path) => {
    for (const width of [320, 1280]) {
      const page = await blog.visit(path, { width });
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
      expect(await overflowing(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      expect(blog.messages(page)).toEqual([]);
    }
  });

  test.each([1200, 1280, 1920])(
    'has its contents right of the text at %i pixels',
    async (width) => {
      const page = await blog.visit('posts/article/', { width });
      const list = (await page.locator('article details').boundingBox())!;
      const text = (await page.locator('.prose p').first().boundingBox())!;
      expect(list.x).toBeGreaterThan(text.x + text.width + 16);
      expect(list.x + list.width).toBeLessThan(width);
    },
  );

  test('has its name on the right and its theme switch on the left', async () => {
    const page = await blog.visit('');
    const name = (await page.getByRole('link', { name: 'مدونة' }).boundingBox())!;
    const theme = (await page.locator('.theme').boundingBox())!;
    expect(theme.x + theme.width).toBeLessThan(name.x);
  });

  test('has code from left to right, in blocks and within a line', async () => {
    const page = await blog.visit('posts/article/', { width: 360 });
    for (const selector of ['pre', 'p code']) {
      const direction = await page
        .locator(selector)
        .first()
        .evaluate((code) => getComputedStyle(code).direction);
      expect(direction, selector).toBe('ltr');
    }
    const pre = await page.locator('pre').evaluate((box) => box.scrollLeft);
    expect(pre).toBe(0);
  });
});
