import { expect, test } from 'vitest';
import { compareSites } from '../../src/upgrade/compare-sites.ts';
import { folder } from '../helpers.ts';

test('pages that changed, came or went differ', () => {
  const before = { 'a/index.html': '1', 'b.html': '1', 'gone.html': '1', 'rss.xml': '1' };
  const after = { 'a/index.html': '1', 'b.html': '2', 'new.html': '1', 'rss.xml': '2' };
  expect(compareSites(folder(before), folder(after))).toEqual([
    '3 of 4 pages differ',
    ...['  b.html', '  gone.html', '  new.html'],
  ]);
});

test('the first few are named', () => {
  const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`${name}.html`, name]);
  expect(compareSites(folder(Object.fromEntries(pages)), folder({}))).toEqual([
    '7 of 7 pages differ',
    ...['a', 'b', 'c', 'd', 'e'].map((name) => `  ${name}.html`),
    '  and 2 more',
  ]);
});
