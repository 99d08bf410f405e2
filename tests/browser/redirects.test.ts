import { describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { arabicBlog } from '../sites/languages.ts';
import { siteInBrowser } from './site-in-browser.ts';

const OLD = ['old/', '2019/old.html', 'gr%C3%B6%C3%9Fer%20ist/'];

const files = {
  'posts/first.md': post({ title: 'First' }, 'The text of the first post.'),
  'pages/about.md': '---\ntitle: About\naliases: [/who/]\n---\n\nWe.\n',
};

/** A site of which a post was published, renamed, and given its old address by `--fix`. */
async function renamed(): Promise<TestSite> {
  const settings = { url: 'https://example.com/blog/' };
  const site = new TestSite('browser-renamed', { settings, files });
  await site.permalinks();
  site.remove('content/posts/first.md');
  site.write(
    'content/posts/better-name.md',
    post(
      { title: 'First', aliases: ['/old/', '/2019/old.html', '/größer ist/'] },
      'The text of the first post.',
    ),
  );
  await site.check('--fix');
  return site.mustBuild();
}

describe('on a site under a base path', () => {
  const blog = siteInBrowser(renamed);

  test.each([...OLD, 'posts/first/'])('%s leads to the post, with JavaScript off', async (old) => {
    const page = await blog.visit(old, { javaScriptEnabled: false });
    await page.waitForURL(blog.url('posts/better-name/'));
    expect(await page.getByText('The text of the first post.').isVisible()).toBe(true);
    expect(blog.messages(page)).toEqual([]);
  });

  test('an old address of a page leads to the page', async () => {
    const page = await blog.visit('who/', { javaScriptEnabled: false });
    await page.waitForURL(blog.url('about/'));
    expect(await page.getByRole('heading', { name: 'About' }).isVisible()).toBe(true);
  });
});

describe('in a language from right to left', () => {
  const blog = siteInBrowser(arabicBlog);

  test('the page that leads on is so too', async () => {
    expect(blog.site.read('/old/')).toContain('<html lang="ar" dir="rtl">');
    const page = await blog.visit('old/');
    await page.waitForURL(blog.url('posts/a/'));
  });
});
