import { expect, test } from 'vitest';
import { prefixedIds } from '../../../src/markdown/links/prefixed-ids.ts';

test.each([
  ['<p>No id</p>', '<p>No id</p>'],
  ['<p id="a">A</p>', '<p id="n-a">A</p>'],
  ['<a href="#a">A</a><p id=a>', '<a href="#n-a">A</a><p id="n-a">'],
  ['<a href="#other">A</a><p id="a">', '<a href="#other">A</a><p id="n-a">'],
  ['<a href="/x/#a">A</a><p id="a">', '<a href="/x/#a">A</a><p id="n-a">'],
  [
    '<i aria-labelledby="b a">x</i><p id="a"><p id="b">',
    '<i aria-labelledby="n-b n-a">x</i><p id="n-a"><p id="n-b">',
  ],
  ['<i aria-labelledby="a a">x</i><p id="a">', '<i aria-labelledby="n-a n-a">x</i><p id="n-a">'],
  [
    '<path fill="url(#a)" class="a"/><g id="a"/>',
    '<path fill="url(#n-a)" class="a"/><g id="n-a"/>',
  ],
  ['<p id="a" title="a &amp; #a">', '<p id="n-a" title="a &amp; #a">'],
  ['<a href="#größe">A</a><h2 id="größe">', '<a href="#n-größe">A</a><h2 id="n-größe">'],
  ['<a href="#gr%C3%B6%C3%9Fe">A</a><h2 id="größe">', '<a href="#n-größe">A</a><h2 id="n-größe">'],
  ['<p id="a(b"><p id="a">', '<p id="n-a(b"><p id="n-a">'],
])('%s → %s', (html, prefixed) => {
  expect(prefixedIds(html, 'n-')).toBe(prefixed);
});
