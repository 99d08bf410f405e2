import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { axeFindings } from './axe.ts';
import { fixtureInBrowser } from './site-in-browser.ts';

// Of tags A to L the n-th is on n posts; of more than a hundred posts the archive is folded.
const TAGS = [...'ABCDEFGHIJKL'];
const blog = fixtureInBrowser('large', {
  files: Object.fromEntries(
    Array.from({ length: 110 }, (_, index) => [
      `posts/post-${index}.md`,
      post({
        title: `Post ${index}`,
        date: `20${20 + Math.floor(index / 40)}-01-01`,
        tags: TAGS.filter((_, tag) => index <= tag),
      }),
    ]),
  ),
});

describe('the tags', () => {
  const names = (page: Page) => page.locator('main li a').allTextContents();
  const pressed = (page: Page) => page.locator('[aria-pressed=true]').innerText();

  test('are in the order of their names, and by a button in that of their posts', async () => {
    const page = await blog.visit('tags/');
    expect(await names(page)).toEqual(TAGS);
    await page.getByRole('button', { name: 'By number of posts' }).press('Enter');
    expect(await names(page)).toEqual([...TAGS].reverse());
    expect(await pressed(page)).toBe('By number of posts');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'By name' }).click();
    expect(await names(page)).toEqual(TAGS);
    expect(await pressed(page)).toBe('By name');
  });

  test('have no button without JavaScript', async () => {
    const page = await blog.visit('tags/', { javaScriptEnabled: false });
    expect(await page.locator('main button').filter({ visible: true }).count()).toBe(0);
    expect(await names(page)).toEqual(TAGS);
  });
});

test('the archive of many posts shows the newest year, and the others when they are opened', async () => {
  const page = await blog.visit('archive/');
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  expect(await link('Post 109').isVisible()).toBe(true);
  expect(await link('Post 5').isVisible()).toBe(false);
  await page.getByRole('heading', { name: /^2020/ }).click();
  await link('Post 5').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
