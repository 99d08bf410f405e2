import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, axeFindingsAt } from './axe.ts';
import { blogOfAllKinds, KINDS, REDIRECT } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

test.each(Object.entries(KINDS))('%s has no finding of axe', async (_, path) => {
  const page = await blog.revisit(path, { width: 360 });
  expect(await axeFindingsAt(page, [360, 1280])).toEqual([]);
});

test('the table of contents has no finding of axe where it is opened above the text', async () => {
  const page = await blog.visit('posts/an-article/', { width: 360 });
  await page.getByText('On this page').click();
  expect(await axeFindings(page)).toEqual([]);
});

test('a page that sends on to another has no finding of axe where it stays', async () => {
  const page = await blog.visit(REDIRECT, { before: keepFromLeaving });
  expect(page.url()).toBe(blog.url(REDIRECT));
  expect(await axeFindings(page)).toEqual([]);
});

test('axe finds what is wrong with a page', async () => {
  const page = await blog.visit('about/');
  await page.evaluate(() => {
    document.querySelector('main')!.innerHTML = '<img src="/favicon.svg">';
    document.documentElement.lang = '';
  });
  const findings = (await axeFindings(page)).join('\n');
  expect(findings).toContain('image-alt');
  expect(findings).toContain('html-has-lang');
});

const keepFromLeaving = (page: Page) =>
  page.route(`**/${REDIRECT}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
