import { expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from './helpers.ts';

const POST = { 'posts/a.md': post({ tags: ['Go'] }) };

test.each([
  ['index.html', '/', 'a built-in page'],
  ['archive/index.html', '/archive/', 'a built-in page'],
  ['tags/go/index.html', '/tags/go/', 'a built-in page'],
  ['posts/a/index.html', '/posts/a/', 'src/content/posts/a.md'],
])('public/%s is an error, since it replaces a page', async (file, url, owner) => {
  expect(await checkFiles({ ...POST, [`../../public/${file}`]: '<p>' })).toEqual([
    `public/${file}:1:1 public: ${url} is already the URL of ${owner}; delete or rename the file`,
  ]);
});

test.each([
  'series/index.html',
  'tags/rust/index.html',
  'robots.txt',
  'archive/2024/index.html',
  'posts/b/index.html',
])('public/%s replaces no page', async (file) => {
  expect(await checkFiles({ ...POST, [`../../public/${file}`]: '<p>' })).toEqual([]);
});

test.each([
  ['de/tags/go/index.html', []],
  ['de/tags/rost/index.html', ['/de/tags/rost/']],
  ['tags/rost/index.html', []],
  ['de/archive/index.html', ['/de/archive/']],
])('public/%s in a blog in two languages', async (file, urls) => {
  const files = {
    ...POST,
    'posts/b.de.md': post({ tags: ['Rost'] }),
    [`../../public/${file}`]: '',
  };
  const found = await checkFiles(files, { languages: { de: {} } });
  expect(found).toEqual(
    urls.map((url) => expect.stringContaining(`public: ${url} is already the URL of`)),
  );
});
