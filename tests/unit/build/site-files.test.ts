import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteFiles } from '../../../src/build/site-files.ts';
import { folder } from '../helpers.ts';

test('a file is written with its folder, and one of public/ stays', () => {
  const root = folder({ 'posts/b/index.html': 'public' });
  const files = new SiteFiles(root);
  files.write('posts/a/index.html', 'a');
  files.write('posts/a/card.png', new Uint8Array([98]));
  files.write('posts/b/index.html', 'b');
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  expect(['posts/a/index.html', 'posts/a/card.png', 'posts/b/index.html'].map(read)).toEqual([
    'a',
    'b',
    'public',
  ]);
});

test('what cannot be written is an error', () => {
  const root = folder({ posts: 'a file' });
  expect(() => new SiteFiles(root).write('posts/a', 'a')).toThrow(/ENOTDIR|EEXIST/);
});
