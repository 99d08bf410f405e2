import { expect, test } from 'vitest';
import { namesIn } from '../../src/build/named-files.ts';

test.each([
  ['an attribute', '<img src="/_astro/a.png" alt="">', ['a.png']],
  ['a set', '<source srcset="/b/_astro/a.webp 1w, /b/_astro/c.webp 2w">', ['a.webp', 'c.webp']],
  ['a style', 'url(/_astro/a.png)', ['a.png']],
  ['a whole address', 'https://example.com/_astro/a.png#b', ['a.png']],
  ['an encoded address', '"/_astro/a%20b.png"', ['a%20b.png', 'a b.png']],
  ['a percent sign that stands for nothing', '"/_astro/a%.png"', ['a%.png']],
  ['nothing', '<p>_astro</p>', []],
])('a page names files in %s', (_, page, names) => {
  expect([...new Set(namesIn(page, '_astro'))]).toEqual(names);
});
