import { describe, expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { background, store } from './themes.ts';

const blog = siteInBrowser(blogOfAllKinds);

const WHITE = 'rgb(255, 255, 255)';

async function print(path: string, options = {}) {
  const page = await blog.visit(path, options);
  await page.emulateMedia({ media: 'print' });
  return page;
}

describe('on paper', () => {
  test.each([
    ['an article', 'posts/an-article/', ['An article', 'First section', 'Third section']],
    ['the index', '', ['An article', 'With a cover']],
    ['the archive', 'archive/', ['Archive', '2024', 'June 3 posts']],
  ])('%s keeps its text and leaves out what is only for the screen', async (_, path, headings) => {
    const page = await print(path);
    expect(await page.getByText('Test', { exact: true }).first().isVisible()).toBe(true);
    for (const name of headings) {
      expect(await page.getByRole('heading', { name }).first().isVisible()).toBe(true);
    }
    for (const role of ['navigation', 'contentinfo', 'button'] as const) {
      const shown = page.getByRole(role).filter({ visible: true });
      expect(await shown.count(), role).toBe(0);
    }
  });

  test('the addresses of links to elsewhere are read after them, those within the site not', async () => {
    const page = await print('posts/an-article/');
    const after = (name: string) =>
      page
        .locator('.prose')
        .getByRole('link', { name })
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await after('a link')).toContain('https://example.org/elsewhere');
    expect(await after('a note')).toBe('none');
  });

  test.each([
    ['a reader who chose the dark theme', { before: store('dark') }],
    ['a dark system', { colorScheme: 'dark' }],
    ['a dark system without JavaScript', { colorScheme: 'dark', javaScriptEnabled: false }],
  ] as const)('ink is dark on white for %s', async (_, options) => {
    const page = await print('posts/an-article/', options);
    expect(await background(page)).toBe(WHITE);
    const { ink, scheme } = await page.evaluate(() => ({
      ink: getComputedStyle(document.querySelector('.prose p')!).color,
      scheme: getComputedStyle(document.documentElement).colorScheme,
    }));
    expect(ink).toBe('rgb(29, 31, 34)');
    expect(scheme).toBe('light');
  });

  test('code is whole: long lines go on in the next', async () => {
    const page = await print('posts/long-words/', { width: 640 });
    const pre = page.locator('pre');
    expect(await pre.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect(await pre.evaluate((box) => box.getBoundingClientRect().height)).toBeGreaterThan(80);
    // A block that is longer than a page would leave the one before it empty.
    for (const block of [pre, page.locator('.code')])
      expect(await block.evaluate((box) => getComputedStyle(box).breakInside)).toBe('auto');
    // The name of the language could be alone at the end of a page.
    expect(await pre.evaluate((box) => getComputedStyle(box, '::before').display)).toBe('none');
  });

  test('tables fit, and break between words unless they have many columns', async () => {
    const page = await print('posts/tasks-and-tables/', { width: 680 });
    const lines = await page.getByText('2,000').evaluate((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return text.getClientRects().length;
    });
    expect(lines).toBe(1);
    expect(await overflowing(page)).toEqual([]);
  });

  test('the text takes the width of the paper', async () => {
    const page = await print('posts/an-article/', { width: 900 });
    const { width } = (await page.locator('.prose p').first().boundingBox())!;
    expect(width).toBeGreaterThan(820);
  });
});
