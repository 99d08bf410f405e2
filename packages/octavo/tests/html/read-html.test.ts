import { expect, test } from 'vitest';
import { attributeOf, readHtml } from '../../src/html/read-html.ts';

test.each([
  ['an attribute', '<a title="<b>"><i>', ['a', 'i']],
  ['a title', '<title><b></title><i>', ['title', 'i']],
  ['a title in SVG, where it has elements', '<svg><title><b></title></svg>', ['svg', 'title', 'b']],
  ['a textarea', '<textarea><b></textareas></textarea><i>', ['textarea', 'i']],
  ['a comment', '<!-- <b> > --!><i>', ['i']],
  ['a script', '<script>"<b></b>"</script ><i>', ['script', 'i']],
  ['a style', '<style>/*<b>*/</style><i>', ['style', 'i']],
  ['a doctype', '<!doctype html "<b>"><i>', ['i']],
  ['text', '1 <2 </3 a<b', []],
])('tags are not looked for in %s', (_, html, names) => {
  expect(readHtml(html).tags.map(({ name }) => name)).toEqual(names);
});

test('attributes have their names, values and positions', () => {
  const html = '<p\n ID=a data-x  class = "b &amp; c"title=\'>\' hidden/>';
  const [{ attributes } = { attributes: [] }] = readHtml(html).tags;
  expect(
    attributes.map(({ name, value, start, end }) => [name, value, html.slice(start, end)]),
  ).toEqual([
    ['id', 'a', '\n ID=a'],
    ['data-x', '', ' data-x'],
    ['class', 'b & c', '  class = "b &amp; c"'],
    ['title', '>', "title='>'"],
    ['hidden', '', ' hidden'],
  ]);
});

test('scripts, styles and meta elements have their texts and positions', () => {
  const html =
    '<head><meta name=a><style>p{}</style ></head><script type="application/ld+json">{}</script><SCRIPT>1<2</SCRIPT>';
  const { metas, styles, scripts } = readHtml(html);
  expect(
    [...metas, ...styles, ...scripts].map(({ start, end, text, isInHead }) => [
      html.slice(start, end),
      text,
      isInHead,
    ]),
  ).toEqual([
    ['<meta name=a>', '', true],
    ['<style>p{}</style >', 'p{}', true],
    ['<SCRIPT>1<2</SCRIPT>', '1<2', false],
  ]);
  expect(attributeOf(metas[0]!, 'name')).toBe('a');
});

test('an element that is not closed ends with the page', () => {
  const html = '<head><style>p{}<i>';
  expect(readHtml(html).styles).toMatchObject([{ start: 6, end: html.length, text: 'p{}<i>' }]);
});
