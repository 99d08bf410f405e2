import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { GERMAN_POSTS, germanBlog, japaneseBlog } from '../sites/languages.ts';
import { axeFindings, axeFindingsAt } from './axe.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(germanBlog);
const inJapanese = siteInBrowser(japaneseBlog);

describe.each(GERMAN_POSTS)('%s', (path) => {
  test('axe finds nothing, folded or not', async () => {
    const page = await blog.visit(path, { width: 360 });
    expect(await axeFindings(page)).toEqual([]);
    await openAll(page);
    expect(await axeFindingsAt(page, [360, 1280])).toEqual([]);
  });

  test('at 320 pixels nothing is wider than its place', async () => {
    const page = await blog.visit(path, { width: 320 });
    await openAll(page);
    expect(await overflowing(page)).toEqual([]);
  });

  test('nothing is refused by the security policy', async () => {
    const page = await blog.visit(path);
    await openAll(page);
    expect(blog.messages(page)).toEqual([]);
  });

  test('a callout is opened and closed by keyboard', async () => {
    const page = await blog.visit(path);
    const callout = page.locator('details.caution');
    await callout.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await callout.getByText('What is folded.').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect(await callout.getByText('What is folded.').isVisible()).toBe(false);
  });

  test('the text of a callout is directly below its title, folded or not', async () => {
    const page = await blog.visit(path);
    await openAll(page);
    const gaps = await page
      .locator('.callout > .callout-title + *')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).marginBlockStart));
    expect(await page.locator('details.callout').count()).toBeGreaterThan(0);
    expect(new Set(gaps)).toEqual(new Set(['0px']));
  });

  test('a wide table is scrolled by keyboard', async () => {
    const page = await blog.visit(path, { width: 360 });
    const table = page.getByRole('group', { name: 'Tabelle' }).first();
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  test('a task has its text as its name', async () => {
    const page = await blog.visit(path);
    const done = page.getByRole('checkbox', { name: 'A task that is done' });
    expect(await done.isChecked()).toBe(true);
  });
});

test('Markdown and MDX give the same', async () => {
  const [plain, components] = await Promise.all(
    GERMAN_POSTS.map(async (path) => {
      const page = await blog.visit(path);
      return (await page.locator('.prose').innerHTML()).replace(/\s*(<[^>]+>)\s*/g, '$1');
    }),
  );
  expect(components).toBe(plain);
});

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

test('Japanese emphasis has marks, and titles break between phrases', async () => {
  const page = await inJapanese.visit('posts/quoted/');
  const style = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { fontStyle, textEmphasisStyle, wordBreak } = getComputedStyle(element);
      return { fontStyle, textEmphasisStyle, wordBreak };
    });
  expect(await style('.prose em')).toMatchObject({ fontStyle: 'normal', textEmphasisStyle: 'dot' });
  expect(await style('h1')).toMatchObject({ wordBreak: 'auto-phrase' });
  expect(blog.site.read(`/${GERMAN_POSTS[0]}`)).not.toContain('auto-phrase');
});
