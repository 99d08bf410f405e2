import { expect, test } from 'vitest';
import { hasNoindex } from '../../src/sitemap/noindex.ts';

test.each([
  ['<meta name="robots" content="noindex">', true],
  ['<meta charset="utf-8"><meta name="robots" content="nofollow, NOINDEX">', true],
  ['<META NAME="Robots" CONTENT="none">', true],
  ['<meta name="robots" content="index">', false],
  ['<meta name="robots" content="nonesuch">', false],
  ['<meta name="robots">', false],
  ['<meta name="description" content="noindex">', false],
  ['<meta content="noindex">', false],
  ['<p>noindex</p>', false],
])('%s: %s', (html, expected) => {
  expect(hasNoindex(html)).toBe(expected);
});
