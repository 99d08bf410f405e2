import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS, REDIRECT } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(Object.entries(KINDS))('%s says nothing in the console', async (_, path) => {
    const page = await blog.revisit(path, { colorScheme });
    await loadPictures(page);
    expect(blog.messages(page)).toEqual([]);
  });
});

test('a page that sends on to another says nothing in the console', async () => {
  const page = await blog.visit(REDIRECT);
  await page.waitForURL(blog.url(''));
  expect(blog.messages(page)).toEqual([]);
});

test('an address of nothing gets its page, and no more than its status is said', async () => {
  const page = await blog.visit('no/such/page/');
  expect(await page.locator('h1').textContent()).toBe('Page not found');
  expect(new Set(blog.messages(page))).toEqual(
    new Set([
      `404: ${blog.url('no/such/page/')}`,
      'error: Failed to load resource: the server responded with a status of 404 (Not Found)',
    ]),
  );
});

describe('the security policy', () => {
  test.each(Object.values(KINDS).concat(REDIRECT))(
    'of /%s allows nothing inline by name',
    (path) => {
      const html = blog.site.read(`/${path}`);
      const [, policy = ''] =
        /http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  );

  test.each([
    ['a script', '<script>document.title = "done"</script>', 'script-src-elem'],
    [
      'a handler',
      '<img src="/favicon.svg" alt="" onload="document.title = \'done\'">',
      'script-src-attr',
    ],
    ['a style attribute', '<p style="position: fixed">Text</p>', 'style-src-attr'],
    ['a style element', '<style>p { position: fixed }</style>', 'style-src-elem'],
    [
      'a script from elsewhere',
      '<script src="https://example.org/x.js"></script>',
      'script-src-elem',
    ],
    ['a frame', '<iframe src="https://example.org/" title="Frame"></iframe>', 'frame-src'],
  ])('refuses %s that somebody put into a page', async (_, html, directive) => {
    const page = await blog.visit('about/', {
      before: async (window) => {
        await window.addInitScript(recordViolations);
        await put(window, html);
      },
    });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Recorder).violations))
      .toContain(directive);
    expect(await page.title()).toBe('About – Test');
    expect(
      await page
        .locator('p')
        .last()
        .evaluate((p) => getComputedStyle(p).position),
    ).toBe('static');
  });
});

interface Recorder {
  violations: string[];
}

function recordViolations(): void {
  const recorder = window as unknown as Recorder;
  recorder.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    recorder.violations.push(event.effectiveDirective);
  });
}

/** Puts HTML at the end of the text of every page. */
async function put(page: Page, html: string): Promise<void> {
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.replace('</main>', `${html}</main>`) });
  });
}

/** Brings all pictures to where they are loaded; fails where one is broken. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) {
      image.scrollIntoView();
      await image.decode();
    }
  });
}
