import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { expect, test } from 'vitest';
import { finish } from '../../../src/build/finish.ts';
import { withPolicy } from '../../../src/build/policy.ts';
import { folder } from '../helpers.ts';

const page = (head: string, body = '') =>
  `<!doctype html><head><meta charset="utf-8">${head}</head><body>${body}`;

/** Finishes a site of these files; returns its folder. */
async function finished(files: Record<string, string>): Promise<string> {
  const root = folder(files);
  await finish().hooks['astro:build:done']!({
    dir: pathToFileURL(`${root}/`),
  } as HookParameters<'astro:build:done'>);
  return root;
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

test('every page gets a policy, and no other file', async () => {
  const html = page('<script>a()</script>');
  const root = await finished({
    'index.html': html,
    'posts/a/index.html': html,
    '404.html': html,
    'rss.xml': html,
    'fragment.html': '<p>a</p>',
  });
  for (const path of ['index.html', 'posts/a/index.html', '404.html'])
    expect(read(root, path)).toBe(withPolicy(html));
  expect(read(root, 'rss.xml')).toBe(html);
  expect(read(root, 'fragment.html')).toBe('<p>a</p>');
});

test('a folder may have the ending of a page', async () => {
  const root = await finished({ 'posts/a.html/index.html': page('') });
  expect(read(root, 'posts/a.html/index.html')).toBe(withPolicy(page('')));
});

test('the policy is about the styles that a page keeps', async () => {
  const root = await finished({
    'index.html': page('<style>p{color:red}ul{color:red}</style>', '<p>a</p>'),
  });
  expect(read(root, 'index.html')).toBe(
    withPolicy(page('<style>p{color:red}</style>', '<p>a</p>')),
  );
});

test('pictures go that no page and no other file names', async () => {
  const root = await finished({
    'index.html': page('', '<img src="/_astro/a.png" alt="">'),
    'rss.xml': 'https://example.com/_astro/b.png',
    '_astro/a.png': '',
    '_astro/b.png': '',
    '_astro/c.png': '',
    '_astro/c.js': '',
  });
  const left = ['a.png', 'b.png', 'c.png', 'c.js'].filter((name) =>
    existsSync(join(root, '_astro', name)),
  );
  expect(left).toEqual(['a.png', 'b.png', 'c.js']);
});
