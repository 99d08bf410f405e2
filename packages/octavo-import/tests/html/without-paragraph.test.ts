import { expect, test } from 'vitest';
import { withoutParagraph } from '../../src/html/without-paragraph.ts';

test.each([
  ['<p>a <b>b</b></p>\n', 'a <b>b</b>'],
  ['<p>a <b title="<p>">b</b></p>', 'a <b title="<p>">b</b>'],
  ['<p>a</p><p>b</p>', '<p>a</p><p>b</p>'],
  ['<p>a</p><ul><li><p>b</p></li></ul>', '<p>a</p><ul><li><p>b</p></li></ul>'],
  ['<p id="a">b</p>', '<p id="a">b</p>'],
  ['a', 'a'],
])('%j', (html, expected) => {
  expect(withoutParagraph(html)).toBe(expected);
});
