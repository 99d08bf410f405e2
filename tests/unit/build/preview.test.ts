import { expect, test } from 'vitest';
import { withoutIndex } from '../../../src/build/preview.ts';

const NOINDEX = '<title>$&</title><meta name="robots" content="noindex">';

test.each([
  ['says nothing to robots', '<title>$&</title>', NOINDEX],
  ['says noindex', '<meta name="robots" content="noindex"><title>$&</title>', NOINDEX],
  ['says more', "<title>$&</title><meta content=all name='robots'>", NOINDEX],
  ['is no page', 'google-site-verification: x.html', 'google-site-verification: x.html'],
])('a page that %s', (_, html, expected) => {
  expect(withoutIndex(html)).toBe(expected);
});
