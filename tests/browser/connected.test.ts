import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { siteForMachines } from '../machines.ts';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { multilingualBlog } from '../sites/multilingual.ts';
import { axeFindingsAt } from './axe.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);
const counted = siteInBrowser(siteForMachines);
const multilingual = siteInBrowser(multilingualBlog);

/** A service in a frame: it shows the messages that it gets, and asks for a height. */
const service = (message: object) => `<!doctype html><title>Service</title><output></output><script>
onmessage = ({ data }) => (document.querySelector('output').textContent = JSON.stringify(data));
parent.postMessage(${JSON.stringify(message)}, '*');
</script>`;

/** Answers all requests to other hosts, and returns their URLs. */
async function answerOthers(page: Page, html = ''): Promise<URL[]> {
  const requests: URL[] = [];
  await page.context().route(/^https:/, (route) => {
    const url = new URL(route.request().url());
    requests.push(url);
    const isScript = url.pathname.endsWith('.js');
    return route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html',
      headers: { 'access-control-allow-origin': '*' },
      body: isScript ? `navigator.sendBeacon(${COUNT} + '?p=' + location.pathname)` : html,
    });
  });
  return requests;
}

const COUNT = 'document.currentScript.dataset.goatcounter';

/** Opens a page; `requests` are those to other hosts. */
async function open(site: typeof blog, path: string, html?: string, visit = {}) {
  let requests: URL[] = [];
  const before = async (page: Page) => {
    requests = await answerOthers(page, html);
  };
  const page = await site.visit(path, { ...visit, before });
  return { page, requests };
}

const named = (urls: URL[]) => urls.map(({ origin, pathname }) => origin + pathname);
const policyOf = (page: Page) =>
  page.locator('meta[http-equiv]').first().getAttribute('content', { timeout: 5_000 });

describe('comments of giscus', () => {
  const HTML = service({ giscus: { resizeHeight: 432 } });

  test('are loaded when the button is pressed, and follow the theme', async () => {
    const { page, requests } = await open(blog, 'posts/an-article/', HTML);
    expect(await policyOf(page)).toContain(';frame-src https://giscus.app');
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([]);
    await page.getByRole('button', { name: 'Load comments from giscus.app' }).press('Enter');
    const frame = page.frameLocator('iframe[title="Comments"]');
    await frame.locator('output').waitFor({ state: 'attached' });
    expect(named(requests)).toEqual(['https://giscus.app/widget']);
    expect(Object.fromEntries(requests[0]!.searchParams)).toMatchObject({
      term: 'posts/an-article/',
      origin: blog.url('posts/an-article/'),
      ...{ theme: 'preferred_color_scheme', session: '' },
    });
    const height = () =>
      page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
    await expect.poll(height).toBe(432);
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect
      .poll(() => frame.locator('output').textContent())
      .toBe('{"giscus":{"setConfig":{"theme":"light"}}}');
    expect(blog.messages(page)).toEqual([]);
  });

  test('are loaded at once for a reader who comes back from signing in', async () => {
    const { page, requests } = await open(blog, 'posts/an-article/?giscus=secret#top', HTML);
    await page.locator('iframe').waitFor();
    await expect.poll(() => requests[0]?.searchParams.get('session')).toBe('secret');
    expect(page.url()).toBe(blog.url('posts/an-article/#top'));
    expect(await page.evaluate(() => localStorage['giscus-session'] as string)).toBe('secret');
  });

  test('are forgotten by a reader who signs out', async () => {
    const { page, requests } = await open(
      blog,
      'posts/an-article/?giscus=secret',
      service({ giscus: { signOut: true } }),
    );
    await expect
      .poll(() => requests.map(({ searchParams }) => searchParams.get('session')))
      .toEqual(['secret', '']);
    expect(await page.evaluate(() => localStorage['giscus-session'] as string)).toBe('');
  });

  test('are a link without JavaScript', async () => {
    const { page } = await open(blog, 'posts/an-article/', '', { javaScriptEnabled: false });
    const comments = page.locator('.comments');
    expect(await comments.getByRole('button').count()).toBe(0);
    const link = comments.getByRole('link', { name: 'Discuss this post' });
    expect(await link.getAttribute('href')).toBe('https://github.com/a/b/discussions');
  });

  test.each(['', 'about/', 'archive/'])(
    'are on posts only, and so is the policy: %s',
    async (path) => {
      const { page } = await open(blog, path);
      expect(await page.locator('.comments').count()).toBe(0);
      expect(await policyOf(page)).not.toContain('frame-src');
    },
  );
});

test('comments of utterances are loaded when the button is pressed', async () => {
  const html = service({ type: 'resize', height: 321 });
  const { page, requests } = await open(counted, 'posts/bundle/', html);
  await page.getByRole('button', { name: 'Load comments from utteranc.es' }).click();
  const height = () =>
    page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(height).toBe(321);
  expect(requests.at(-1)!.searchParams.get('pathname')).toBe('blog/posts/bundle/');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect
    .poll(() => page.frameLocator('iframe').locator('output').textContent())
    .toBe('{"type":"set-theme","theme":"github-light"}');
  expect(counted.messages(page)).toEqual([]);
});

test('a post without comments has no button', async () => {
  const { page } = await open(counted, 'posts/in-mdx/');
  expect(await page.locator('.comments').count()).toBe(0);
  expect(await policyOf(page)).not.toContain('frame-src');
});

test('the URL in a citation is read from left to right in any language', async () => {
  const page = await multilingual.visit('ar/posts/proxies/');
  const link = page.locator('.cite a');
  expect(await link.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
});

test('comments of a language from right to left are in it, and no wider than the page', async () => {
  const { page, requests } = await open(
    multilingual,
    'ar/posts/proxies/',
    service({ giscus: { resizeHeight: 300 } }),
    { width: 320 },
  );
  const button = page.locator('.comments button');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.frameLocator('iframe').locator('output').waitFor({ state: 'attached' });
  expect(named(requests)).toEqual(['https://giscus.app/ar/widget']);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  expect(await overflowing(page)).toEqual([]);
  expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
});

describe('what a connected site shows', () => {
  test.each([
    ['fences, replies, a citation and backlinks', 'posts/english-only/'],
    ['a link post', 'posts/linked/'],
    ['a note, and the posts that link to it', 'notes/switch/'],
    ['notes', 'notes/'],
    ['a blogroll', 'blogroll/'],
    ['a blogroll from right to left', 'ar/blogroll/'],
    ['link posts among others', 'archive/'],
    ['a newsletter', 'de/feeds/'],
  ])('has no findings of axe, and fits a window of 320 pixels: %s', async (_, path) => {
    const page = await multilingual.revisit(path, { width: 320 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await overflowing(page)).toEqual([]);
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
  });

  test('is reached and opened by keys', async () => {
    const page = await multilingual.visit('posts/english-only/');
    for (const [summary, inside] of [
      ['.diagram + details > summary, .recording summary', 'pre, code'],
      ['.cite summary', 'cite'],
    ] as const) {
      await page.locator(summary).first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator(`details[open] :is(${inside})`).first().isVisible()).toBe(true);
    }
    const focused: string[] = [];
    while (focused.length < 14) {
      await page.keyboard.press('Tab');
      focused.push(await page.evaluate(() => document.activeElement!.textContent.trim()));
    }
    expect(focused).toEqual([
      ...['https://example.com/posts/english-only/', '', 'Subscribe'],
      ...['Older Proxies, measured', 'Newer A linked page', 'Proxys, gemessen', 'Nur auf Deutsch'],
      ...['Ada', 'January 2, 2024', 'bücher.example', 'link', 'January 3, 2024'],
      ...['Load comments from giscus.app', 'Discuss this post'],
    ]);
  });
});

describe('a newsletter', () => {
  test.each([
    ['de/posts/proxys/', 'E-Mail-Adresse', 'Abonnieren', 'ltr'],
    ['ja/posts/proxies/', 'メールアドレス', '購読する', 'ltr'],
    ['ar/posts/proxies/', 'عنوان البريد الإلكتروني', 'اشتراك', 'rtl'],
  ])('is in the language of its page: %s', async (path, label, button, direction) => {
    const page = await multilingual.revisit(path);
    const form = page.locator('.newsletter form');
    expect(await form.getByRole('textbox', { name: label, exact: true }).count()).toBe(1);
    expect(await form.getByRole('button', { name: button, exact: true }).count()).toBe(1);
    expect(await form.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
  });

  test.each(['posts/an-article/', 'feeds/'])('is subscribed to with a form: %s', async (path) => {
    const { page, requests } = await open(blog, path, 'Subscribed.');
    expect(await policyOf(page)).toContain(`form-action 'self' https://letters.example`);
    const email = page.getByRole('textbox', { name: 'Email address' });
    await email.fill('jane@example.com');
    const [request] = await Promise.all([
      page.waitForRequest('https://letters.example/subscribe'),
      email.press('Enter'),
    ]);
    expect(request.method()).toBe('POST');
    expect(request.postData()).toBe('email=jane%40example.com&embed=1&website=');
    await page.waitForURL('https://letters.example/subscribe');
    expect(named(requests)).toEqual(['https://letters.example/subscribe']);
  });

  test('says what it asks for, and keeps the trap from people', async () => {
    const { page } = await open(blog, 'feeds/');
    const form = page.locator('.newsletter form');
    expect(await form.getByRole('textbox').count()).toBe(1);
    const hint = await form.getByRole('textbox').getAttribute('aria-describedby');
    expect(await form.locator(`#${hint}`).textContent()).toBe(
      'Sent by letters.example. You can unsubscribe at any time.',
    );
    await form.getByRole('textbox').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Subscribe');
  });

  test.each(['', 'about/'])('and its policy are on no other page: %s', async (path) => {
    const { page } = await open(blog, path);
    expect(await page.locator('.newsletter').count()).toBe(0);
    expect(await policyOf(page)).toMatch(/form-action 'self'$/);
  });
});

describe('analytics', () => {
  test.each(['', 'posts/bundle/', 'no-such-page/'])('count each page: %s', async (path) => {
    const { requests } = await open(counted, path);
    await expect
      .poll(() => requests.map(({ href }) => href))
      .toEqual([
        'https://gc.zgo.at/count.js',
        `https://jane.goatcounter.com/count?p=/blog/${path}`,
      ]);
  });

  test('of a page that has none request nothing', async () => {
    const { page, requests } = await open(blog, 'posts/an-article/');
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([]);
    expect(await policyOf(page)).toMatch(/connect-src 'self';/);
  });
});
