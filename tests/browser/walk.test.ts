import { expect, test } from 'vitest';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

const start = async (path: string) => {
  const page = await blog.visit(path, { reducedMotion: 'reduce' });
  const follow = async (name: string, to: string) => {
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.waitForURL(blog.url(encodeURI(to)));
  };
  return { page, follow };
};

test('a title leads to the article, and from there to the older and the newer one', async () => {
  const { page, follow } = await start('');
  await follow('With a cover', 'posts/with-a-cover/');
  expect(await page.locator('h1').textContent()).toBe('With a cover');
  await page.getByRole('link', { name: /^Newer/ }).click();
  await page.waitForURL(blog.url('posts/an-article/'));
  expect(await page.getByRole('link', { name: /^Newer/ }).count()).toBe(0);
  await page.getByRole('link', { name: /^Older/ }).click();
  await page.waitForURL(blog.url('posts/with-a-cover/'));
});

test('the index leads to older posts and back', async () => {
  const { page, follow } = await start('');
  await follow('Older posts', 'page/2/');
  await follow('Older posts', 'page/3/');
  expect(await page.getByRole('link', { name: 'Older posts' }).count()).toBe(0);
  await follow('Newer posts', 'page/2/');
  await follow('Newer posts', '');
  expect(await page.getByRole('link', { name: 'Newer posts' }).count()).toBe(0);
});

test('the tags lead to a tag, its later pages and its posts', async () => {
  const { follow } = await start('');
  await follow('Tags', 'tags/');
  await follow('Notes', 'tags/notes/');
  await follow('Older posts', 'tags/notes/page/2/');
  await follow('Older posts', 'tags/notes/page/3/');
  await follow('Note 5', 'posts/note-5/');
  await follow('Notes', 'tags/notes/');
});

test('the archive leads to posts, a post to its author, and the name to the index', async () => {
  const { follow } = await start('');
  await follow('Archive', 'archive/');
  await follow('Note 7', 'posts/note-7/');
  await follow('Someone', 'authors/someone/');
  await follow('Test', '');
});

test('the text leads to other posts and pages', async () => {
  const { follow } = await start('');
  await follow('About it', 'about/');
  await follow('a link', 'archive/');
  await follow('An article', 'posts/an-article/');
  await follow('a note', 'posts/note-1/');
});

test('the folder of the posts leads to the index', async () => {
  const { page } = await start('posts/');
  await page.waitForURL(blog.url(''));
  expect(await page.locator('article').count()).toBe(10);
});

test('a page that is not there leads back', async () => {
  const { follow } = await start('no/such/page/');
  await follow('Home page', '');
});

test('every link, picture and file that a reader can reach from the index is there', async () => {
  const page = await blog.visit('');
  const home = blog.url('');
  const queue = [home];
  const reached = new Set(queue);
  const missing: string[] = [];
  for (const address of queue) {
    const response = await page.request.get(address);
    if (response.status() !== 200) missing.push(`${response.status()} ${address}`);
    if (!response.headers()['content-type']?.startsWith('text/html')) continue;
    const found = await page.evaluate(addressesIn, [await response.text(), address] as const);
    const own = found.filter((other) => new URL(other).origin === new URL(home).origin);
    missing.push(...own.filter((other) => !other.startsWith(home)));
    const next = own.filter((other) => !reached.has(other));
    for (const other of new Set(next)) {
      reached.add(other);
      queue.push(other);
    }
  }
  expect(missing).toEqual([]);
  const pages = blog.site.files('**/*.html').filter((path) => path !== '/404.html');
  const unreached = pages
    .map((path) => blog.url(encodeURI(path.slice(1).replace(/index\.html$/, ''))))
    .filter((address) => !reached.has(address));
  expect(unreached).toEqual([blog.url('posts/')]);
});

/** Returns the whole addresses of all that a page links to or loads, without their fragments. */
function addressesIn([html, address]: readonly [string, string]): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const attributes = ['href', 'src', 'srcset'];
  return attributes.flatMap((name) =>
    [...page.querySelectorAll(`[${name}]:not([rel=canonical])`)]
      .flatMap((element) => element.getAttribute(name)!.split(name === 'srcset' ? /,\s*/ : /$^/))
      .map((value) => new URL(value.trim().split(' ')[0]!, address))
      .map((url) => url.href.replace(/#.*/, '')),
  );
}
