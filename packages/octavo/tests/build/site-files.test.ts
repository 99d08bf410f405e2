import { linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteFiles } from '../../src/build/site-files.ts';
import { folder } from '../helpers.ts';

test('a file is written with its folder, in the place of what was there', () => {
  const root = folder({ 'dist/posts/b/index.html': 'old' });
  const files = new SiteFiles(join(root, 'dist'), join(root, 'public'));
  files.write('posts/a/index.html', 'a');
  files.write('posts/a/card.png', new Uint8Array([98]));
  files.write('posts/b/index.html', 'c');
  const read = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
  const paths = ['posts/a/index.html', 'posts/a/card.png', 'posts/b/index.html'];
  expect(paths.map(read)).toEqual(['a', 'b', 'c']);
});

test('a file that is shared with another place is not written to', () => {
  const root = folder({ 'dist/a.html': 'last', 'dist.next/.keep': '' });
  linkSync(join(root, 'dist/a.html'), join(root, 'dist.next/a.html'));
  new SiteFiles(join(root, 'dist.next'), join(root, 'public')).write('a.html', 'next');
  expect(readFileSync(join(root, 'dist/a.html'), 'utf8')).toBe('last');
  expect(readFileSync(join(root, 'dist.next/a.html'), 'utf8')).toBe('next');
});

test('the files of public/ are known', () => {
  const root = folder({ 'public/posts/a.md': '' });
  const files = new SiteFiles(join(root, 'dist'), join(root, 'public'));
  expect(['posts/a.md', 'posts/b.md'].map((path) => files.isPublic(path))).toEqual([true, false]);
});

test('what cannot be written is an error', () => {
  const root = folder({ 'dist/posts': 'a file' });
  const files = new SiteFiles(join(root, 'dist'), join(root, 'public'));
  expect(() => files.write('posts/a', 'a')).toThrow(/ENOTDIR|EEXIST/);
});
