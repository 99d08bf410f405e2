import { describe, expect, test } from 'vitest';
import { fileAt, pathKey } from '../../src/addresses/path-key.ts';

describe('an alias', () => {
  test.each([
    ['/old/', '/old/', 'old/index.html'],
    ['/old', '/old/', 'old/index.html'],
    ['/old/index.html', '/old/', 'old/index.html'],
    ['/', '/', 'index.html'],
    ['/index.html', '/', 'index.html'],
    ['/my-index.html', '/my-index.html', 'my-index.html'],
    ['/2019/old.html', '/2019/old.html', '2019/old.html'],
    ['/index.html.txt', '/index.html.txt', 'index.html.txt'],
    ['/a.b-c', '/a.b-c/', 'a.b-c/index.html'],
    ['/old.php', '/old.php', 'old.php'],
    ['/feed.mp3', '/feed.mp3', 'feed.mp3'],
    ['/posts/go-1.22', '/posts/go-1.22/', 'posts/go-1.22/index.html'],
    ['/node.js/', '/node.js/', 'node.js/index.html'],
    ['/gr%C3%B6%C3%9Fe/', '/größe/', 'größe/index.html'],
    ['/gro\u0308ße', '/größe/', 'größe/index.html'],
    ['/a b', '/a b/', 'a b/index.html'],
    ['/100%/', '/100%/', '100%/index.html'],
    ['/Old', '/Old/', 'Old/index.html'],
    [' /old ', '/old/', 'old/index.html'],
  ])('%s is the path %s and the file %s', (alias, key, file) => {
    expect([pathKey(alias), fileAt(pathKey(alias))]).toEqual([key, file]);
  });
});
