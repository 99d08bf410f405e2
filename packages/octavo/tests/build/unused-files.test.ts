import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesIn, removeUnused } from '../../src/build/unused-files.ts';
import { folder } from '../helpers.ts';

test('pictures go that no page, no style and no script names', () => {
  const files = ['a.png', 'b.png', 'c.png', 'D.PNG', 'c.js', 'd.css'];
  const site = folder({
    ...Object.fromEntries(files.map((name) => [`_astro/${name}`, ''])),
    '_astro/d.css': 'a { background: url(/_astro/b.png) }',
  });
  removeUnused(site, '_astro', new Set(['_astro/a.png']));
  const left = files.filter((name) => existsSync(join(site, '_astro', name)));
  expect(left).toEqual(['a.png', 'b.png', 'c.js', 'd.css']);
});

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
