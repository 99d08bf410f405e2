import { expect, test } from 'vitest';
import { readHtml } from '../../src/html/read-html.ts';
import { withoutRobots } from '../../src/build/preview.ts';
import { edited } from '../../src/html/edits.ts';

test.each([
  ['says nothing to robots', '<title>$&</title>', '<title>$&</title>'],
  ['says noindex', '<meta name="robots" content="noindex"><title>$&</title>', '<title>$&</title>'],
  ['says more', "<title>$&</title><meta content=all name='Robots'>", '<title>$&</title>'],
  ['speaks of it', '<p title="<meta name=robots>">', '<p title="<meta name=robots>">'],
])('a page that %s', (_, html, expected) => {
  expect(edited(html, withoutRobots(readHtml(html)))).toBe(expected);
});
