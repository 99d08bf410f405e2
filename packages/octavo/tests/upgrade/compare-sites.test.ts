import { expect, test } from 'vitest';
import { compareSites, describeDifference, pagesOf } from '../../src/upgrade/compare-sites.ts';
import { folder, write } from '../helpers.ts';

test('pages that changed, came or went differ', () => {
  const before = new Map(Object.entries({ 'a.html': '1', 'b.html': '1', 'gone.html': '1' }));
  const after = new Map(Object.entries({ 'a.html': '1', 'b.html': '2', 'new.html': '1' }));
  expect(compareSites(before, after)).toEqual({
    pages: 4,
    differing: ['b.html', 'gone.html', 'new.html'],
  });
});

test('only HTML is a page', () => {
  const root = folder({ 'index.html': 'a', 'posts/a/index.html': 'a', 'rss.xml': 'a' });
  const before = pagesOf(root);
  write(root, { 'posts/a/index.html': 'b', 'rss.xml': 'b' });
  const difference = { pages: 2, differing: ['posts/a/index.html'] };
  expect(compareSites(before, pagesOf(root))).toEqual(difference);
  expect(pagesOf(`${root}/nothing`).size).toBe(0);
});

test('the first few are named', () => {
  const differing = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  expect(describeDifference({ pages: 9, differing })).toEqual([
    '7 of 9 pages differ',
    ...['  a', '  b', '  c', '  d', '  e', '  and 2 more'],
  ]);
  expect(describeDifference({ pages: 9, differing: [] })).toEqual(['0 of 9 pages differ']);
});
