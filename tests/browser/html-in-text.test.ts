import { describe, expect, test } from 'vitest';
import { blogAboutHtml, STYLE, SUMMARY } from '../sites/about-html.ts';
import { siteInBrowser } from './site-in-browser.ts';
import { background, chooseTheme, DARK, LIGHT } from './themes.ts';

const blog = siteInBrowser(blogAboutHtml);

describe.each([
  ['an article', 'posts/style/'],
  ['the index', ''],
  ['a tag', 'tags/style/'],
  ['an article with frames', 'posts/frame/'],
])('%s of a blog about HTML', (_, path) => {
  test('is styled, runs its own scripts and no other', async () => {
    const alerts: string[] = [];
    const page = await blog.visit(path, {
      colorScheme: 'light',
      before: (page) =>
        Promise.resolve(page.on('dialog', (dialog) => alerts.push(dialog.message()))),
    });
    expect(await background(page)).toBe(LIGHT);
    await chooseTheme(page, 'Dark');
    expect(await background(page)).toBe(DARK);
    expect(alerts).toEqual([]);
  });

  test('has a policy for the scripts and styles that a browser finds in it', async () => {
    const page = await blog.visit(path);
    const [found, allowed] = await page.evaluate(async () => {
      const hash = async ({ textContent }: Element) => {
        const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(textContent!));
        return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`;
      };
      const inline = 'style, script:not([src], [type="application/ld+json"])';
      const policy = document.querySelector('[http-equiv="content-security-policy"]')!;
      return [
        await Promise.all([...document.querySelectorAll(inline)].map(hash)),
        policy.getAttribute('content')!.match(/'sha256-[^']+'/g),
      ];
    });
    expect(new Set(allowed)).toEqual(new Set(found));
  });
});

test('what the text says is shown', async () => {
  const page = await blog.visit('posts/style/');
  expect(await page.title()).toContain(STYLE);
  expect(await page.locator('h1').textContent()).toContain(STYLE);
  expect(await page.getByRole('link', { name: '<style>' }).count()).toBe(1);
  expect(blog.messages(page)).toEqual([]);
  const index = await blog.visit('');
  expect(await index.locator('main').textContent()).toContain(SUMMARY);
});
