import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathFrom, vitePath, withSlashes } from '../src/file-path.ts';

describe('withSlashes', () => {
  test('returns a path of Windows as URLs and globs have it', () => {
    expect(withSlashes('src\\content\\posts\\größe.md', win32)).toBe('src/content/posts/größe.md');
    expect(withSlashes('C:\\blog\\', win32)).toBe('C:/blog/');
    expect(withSlashes('\\\\server\\share\\blog', win32)).toBe('//server/share/blog');
  });

  test('keeps a backslash in a name elsewhere', () => {
    expect(withSlashes('posts/a\\b.md', posix)).toBe('posts/a\\b.md');
  });
});

describe('pathFrom', () => {
  test.each([
    ['C:\\blog\\', 'C:\\blog\\src\\content\\posts\\a.md', 'src/content/posts/a.md'],
    // Vite writes the paths of modules with slashes; the case of a drive varies.
    ['C:\\blog\\', 'c:/blog/src/a.mdx', 'src/a.mdx'],
    ['C:\\blog\\', 'C:\\packages\\octavo\\src', '../packages/octavo/src'],
    ['C:\\blog\\', 'D:\\octavo\\src', 'D:/octavo/src'],
  ])('from %s to %s is %s', (folder, file, path) => {
    expect(pathFrom(folder, file, win32)).toBe(path);
  });

  test('is that of the platform elsewhere', () => {
    expect(pathFrom('/blog/', '/blog/src/a\\b.md', posix)).toBe('src/a\\b.md');
  });
});

test('vitePath has a drive behind a slash', () => {
  expect(vitePath('C:\\blog\\a b.png', win32)).toBe('/@fs/C:/blog/a b.png');
  expect(vitePath('/blog/a b.png', posix)).toBe('/@fs/blog/a b.png');
});
