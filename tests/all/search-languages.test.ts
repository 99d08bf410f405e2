import { describe, expect, test } from 'vitest';
import { arabicBlog, japaneseBlog } from '../sites/languages.ts';
import { axeFindings } from '../browser/axe.ts';
import { overflowing } from '../browser/layout.ts';
import { count, firstResults, searchIn } from '../browser/search-site.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';

const japanese = siteInBrowser(japaneseBlog);
const arabic = siteInBrowser(arabicBlog);

test('on a Japanese site a query finds the post first', async () => {
  const first = {
    検索: '/posts/index/',
    検索エンジン: '/posts/index/',
    文章を分割: '/posts/index/',
    プロキシ: '/posts/proxy/',
    ネットワーク: '/posts/proxy/',
    'x-forwarded-for': '/posts/proxy/',
    'kube-proxy': '/posts/proxy/',
    gomaxprocs: '/posts/proxy/',
    'C++': '/posts/proxy/',
    'net/http': '/posts/server/',
    'std::vector': '/posts/server/',
    東京: '/posts/server/',
    サーバー: '/posts/server/',
  };
  expect(await firstResults(japanese, Object.keys(first))).toEqual(first);
  const page = await searchIn(japanese, '検索');
  expect(await count(page).textContent()).toMatch(/^\d 件の結果$/);
});

describe('on an Arabic site', () => {
  test.each([320, 1280])(
    'the search page fits at %i pixels, and works by keyboard',
    async (width) => {
      const page = await arabic.visit('search/', { width });
      await page.keyboard.type('الوكيل');
      await expect.poll(() => count(page).textContent()).toBe('عدد النتائج: 1');
      await page.keyboard.press('ArrowDown');
      expect(await overflowing(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.waitForURL(arabic.url('posts/one/'));
    },
  );
});
