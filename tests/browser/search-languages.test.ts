import { describe, expect, test } from 'vitest';
import { arabicBlog, japaneseBlog } from '../sites/languages.ts';
import { axeFindings } from './axe.ts';
import { overflowing } from './layout.ts';
import { field, paths, searchIn, status } from './search-site.ts';
import { siteInBrowser } from './site-in-browser.ts';

const japanese = siteInBrowser(japaneseBlog);
const arabic = siteInBrowser(arabicBlog);

describe('on a Japanese site', () => {
  test.each([
    ['検索', 'index'],
    ['検索エンジン', 'index'],
    ['文章を分割', 'index'],
    ['プロキシ', 'proxy'],
    ['ネットワーク', 'proxy'],
    ['x-forwarded-for', 'proxy'],
    ['kube-proxy', 'proxy'],
    ['gomaxprocs', 'proxy'],
    ['C++', 'proxy'],
    ['net/http', 'server'],
    ['std::vector', 'server'],
    ['東京', 'server'],
    ['サーバー', 'server'],
  ])('%s finds the post %s first', async (query, slug) => {
    const page = await searchIn(japanese, query);
    expect((await paths(page))[0]).toBe(`/posts/${slug}/`);
    expect(await status(page).textContent()).toMatch(/^\d 件の結果$/);
  });
});

describe('on an Arabic site', () => {
  test.each([320, 1280])(
    'the search page fits at %i pixels, and works by keyboard',
    async (width) => {
      const page = await arabic.visit('search/', { width });
      await page.keyboard.type('الوكيل');
      await expect.poll(() => status(page).textContent()).toBe('عدد النتائج: 1');
      await page.keyboard.press('ArrowDown');
      expect(await field(page).getAttribute('aria-activedescendant')).toBe('result-0');
      expect(await overflowing(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL(arabic.url('posts/one/'));
    },
  );
});
