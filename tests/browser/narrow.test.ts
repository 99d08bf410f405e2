import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS, REDIRECT } from '../sites/all-kinds.ts';
import { overflowing, shadedSides } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

describe('no page is wider than the screen, and nothing in it wider than its place', () => {
  test.each(Object.entries(KINDS))('at 320 pixels: %s', async (_, path) => {
    const page = await blog.revisit(path, { width: 320 });
    await openAll(page);
    expect(await overflowing(page)).toEqual([]);
  });

  test.each(Object.entries(KINDS))('with text at 200 %%: %s', async (_, path) => {
    const page = await blog.revisit(path, { width: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await openAll(page);
    expect(await overflowing(page)).toEqual([]);
  });

  test('at 320 pixels: a page that sends on to another', async () => {
    const page = await blog.visit('about/', { width: 320 });
    const body = /<body.*<\/body>/s.exec(blog.site.read(`/${REDIRECT}`))![0];
    await page.evaluate((html) => (document.body.outerHTML = html), body);
    expect(await overflowing(page)).toEqual([]);
  });

  test('in print', async () => {
    const page = await blog.visit('posts/long-words/', { width: 640 });
    await page.emulateMedia({ media: 'print' });
    expect(await overflowing(page)).toEqual([]);
  });
});

test('no line breaks within a date, the minutes or a name below a title', async () => {
  const page = await blog.visit('posts/an-article/');
  const items = page.locator('.post-header p > :is(a, span, time)');
  const broken = () =>
    items.evaluateAll((all) =>
      all.filter((item) => item.getClientRects().length > 1).map(({ textContent }) => textContent),
    );
  expect(await items.count()).toBeGreaterThan(2);
  for (let width = 120; width < 400; width += 5) {
    await page.setViewportSize({ width, height: 800 });
    expect(await broken(), `${width} pixels`).toEqual([]);
  }
});

test('code and tables that are too wide scroll within themselves', async () => {
  for (const [path, selector] of [
    ['posts/long-words/', 'pre'],
    ['posts/tasks-and-tables/', '.table'],
  ] as const) {
    const page = await blog.visit(path, { width: 320 });
    const box = page.locator(selector).last();
    expect(await shadedSides(box), selector).toEqual([false, true]);
    const scrolled = await box.evaluate((box) => {
      box.scrollLeft = 100;
      return box.scrollLeft;
    });
    expect(scrolled, selector).toBe(100);
    expect(await shadedSides(box), selector).toEqual([true, true]);
    await box.evaluate((box) => (box.scrollLeft = box.scrollWidth));
    expect(await shadedSides(box), selector).toEqual([true, false]);
  }
});

test('the icons of the header are in one line, whatever the name and the links are', async () => {
  const page = await blog.visit('posts/an-article/');
  await page.evaluate(() => {
    document.querySelector('.site-name')!.textContent = 'Notes on systems and more';
    document.querySelector('.site-nav ul')!.innerHTML += '<li>Projects</li>'.repeat(2);
  });
  const lines = () =>
    page
      .locator('.site-header :is(.search, button)')
      .evaluateAll((icons) => new Set(icons.map((icon) => icon.getBoundingClientRect().y)).size);
  for (let width = 320; width < 800; width += 20) {
    await page.setViewportSize({ width, height: 800 });
    expect(await lines(), `${width} pixels`).toBe(1);
    expect(await overflowing(page), `${width} pixels`).toEqual([]);
  }
});

test('a long word in the title of a neighbour leaves room for the other', async () => {
  const page = await blog.visit('posts/with-a-cover/', { width: 320 });
  const links = page.locator('.neighbours a');
  expect(await links.count()).toBe(2);
  for (const link of await links.all())
    expect((await link.boundingBox())!.width).toBeGreaterThan(100);
});

test('the link to older posts is at the end of its line, also of a second one', async () => {
  const page = await blog.visit('tags/notes/page/2/');
  const older = page.locator('.pagination [rel=next]');
  const lists = page.locator('.pagination');
  for (const width of [200, 320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const [link, list] = [(await older.boundingBox())!, (await lists.boundingBox())!];
    expect(link.x + link.width, `${width} pixels`).toBeCloseTo(list.x + list.width);
  }
});

test('tags are as far from each other on an article as on the index', async () => {
  const gaps = [];
  for (const path of ['posts/an-article/', '']) {
    const page = await blog.visit(path);
    gaps.push(
      await page
        .locator('.tags')
        .first()
        .evaluate((list) => getComputedStyle(list).columnGap),
    );
  }
  expect(gaps[0]).toBe(gaps[1]);
});

test('a heading in the summary of a collapsed section is beside its marker', async () => {
  const page = await blog.visit('posts/an-article/');
  const summary = page.locator('.prose summary');
  const { height } = (await summary.boundingBox())!;
  await summary.evaluate((element) => (element.innerHTML = '<h4>More</h4>'));
  expect((await summary.boundingBox())!.height).toBeCloseTo(height);
});

test('the dots after a summary stand beside its last word, however wide the page is', async () => {
  const page = await blog.visit('');
  const lineOfDots = () =>
    page.locator('.goes-on').evaluate((dots) => {
      const before = dots.previousSibling!;
      const lastWord = document.createRange();
      lastWord.setStart(before, before.textContent!.length - 1);
      lastWord.setEnd(before, before.textContent!.length);
      return dots.getBoundingClientRect().bottom - lastWord.getBoundingClientRect().bottom;
    });
  for (let width = 320; width < 480; width += 4) {
    await page.setViewportSize({ width, height: 800 });
    expect(await lineOfDots(), `at ${width} pixels`).toBe(0);
  }
});

/** Opens whatever a reader can open. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
