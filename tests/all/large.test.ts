import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { largeBlog, TAGS } from '../sites/large.ts';
import { axeFindings } from '../browser/axe.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';

const blog = siteInBrowser(largeBlog);
const NAMES = [...TAGS, 'Mesh'];

describe('the tags', () => {
  const names = (page: Page) => page.locator('main li a').allTextContents();
  const pressed = (page: Page) => page.locator('[aria-pressed=true]').innerText();

  test('are in the order of their names, and by a button in that of their posts', async () => {
    const page = await blog.visit('tags/');
    expect(await names(page)).toEqual(NAMES);
    await page.getByRole('button', { name: 'By number of posts' }).press('Enter');
    expect(await names(page)).toEqual([...TAGS.toReversed(), 'Mesh']);
    expect(await pressed(page)).toBe('By number of posts');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'By name' }).click();
    expect(await names(page)).toEqual(NAMES);
    expect(await pressed(page)).toBe('By name');
  });

  test('have no button without JavaScript', async () => {
    const page = await blog.visit('tags/', { javaScriptEnabled: false });
    expect(await page.locator('main button').filter({ visible: true }).count()).toBe(0);
    expect(await names(page)).toEqual(NAMES);
  });
});

test('the archive of many posts shows the newest year, and the others when they are opened', async () => {
  const page = await blog.visit('archive/');
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  expect(await link('Three').isVisible()).toBe(true);
  expect(await link('Other 10').isVisible()).toBe(false);
  await page.getByRole('heading', { name: /^2011/ }).click();
  await link('Other 10').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
