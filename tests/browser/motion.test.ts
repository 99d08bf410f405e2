import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

interface Recorder {
  hasTransition?: boolean;
}

/** Notes whether a page came by a view transition. */
const watchTransition = (page: Page) =>
  page.addInitScript(() => {
    addEventListener('pagereveal', ({ viewTransition }) => {
      (window as unknown as Recorder).hasTransition = viewTransition !== null;
    });
  });

test.each([
  ['comes by a transition', 'no-preference', true],
  ['comes at once for a reader who wants less motion', 'reduce', false],
] as const)('the next page %s', async (_, reducedMotion, expected) => {
  const page = await blog.visit('', { reducedMotion, before: watchTransition });
  const link = page.getByRole('link', { name: 'An article' });
  const earlier = blog.prefetched().length;
  await link.hover();
  // A click would abort a prefetch that is not finished, which the page reports as a failed request.
  await expect.poll(() => blog.prefetched().slice(earlier)).toContain('/posts/an-article/');
  await link.click();
  await page.waitForURL(blog.url('posts/an-article/'));
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Recorder).hasTransition))
    .toBe(expected);
  // The click may abort the rest of the prefetch.
  const aborted = `failed: ${blog.url('posts/an-article/')}`;
  expect(blog.messages(page).filter((message) => message !== aborted)).toEqual([]);
});

test('a reader who wants less motion is not scrolled smoothly', async () => {
  const page = await blog.visit('posts/an-article/', { reducedMotion: 'reduce' });
  const behavior = await page.evaluate(
    () => getComputedStyle(document.documentElement).scrollBehavior,
  );
  expect(behavior).toBe('auto');
});

test('a page that a reader is about to open is fetched before, without a word in the console', async () => {
  const page = await blog.visit('');
  await page.getByRole('link', { name: 'An article' }).hover();
  await expect.poll(() => blog.prefetched()).toContain('/posts/an-article/');
  await page.getByRole('link', { name: 'Archive' }).hover();
  await expect.poll(() => blog.prefetched()).toContain('/archive/');
  // The click may abort the rest of the prefetch.
  const aborted = `failed: ${blog.url('posts/an-article/')}`;
  expect(blog.messages(page).filter((message) => message !== aborted)).toEqual([]);
});
