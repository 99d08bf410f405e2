import { expect, test } from 'vitest';
import { attributeOf, namesOf, readHtml } from '../../src/html/read-html.ts';

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

test('the text of a script has the line ends that a browser hashes', () => {
  const { scripts } = readHtml('<script>a\r\nb\rc\n</script>');
  expect(scripts).toMatchObject([{ text: 'a\nb\nc\n' }]);
});

test.each(['svg', 'math'])('references are decoded in a style of %s, and in no other', (name) => {
  const { styles } = readHtml(`<${name}><style>a&gt;b</style></${name}><style>a&gt;b</style>`);
  expect(styles).toMatchObject([{ text: 'a>b' }, { text: 'a&gt;b' }]);
});

test('an attribute is found by its name', () => {
  const [tag] = readHtml('<a title="A" href="/b/">').tags;
  expect(['href', 'title', 'id'].map((name) => attributeOf(tag!, name))).toEqual([
    '/b/',
    'A',
    undefined,
  ]);
});

test('an element that is not closed ends with the page', () => {
  const html = '<head><style>p{}<i>';
  expect(readHtml(html).styles).toMatchObject([{ start: 6, end: html.length, text: 'p{}<i>' }]);
});

test('an element ends behind its own closing tag', () => {
  const { tags } = readHtml('<div><p>a<p title="</p>">b</P ><img></div><i>');
  expect(tags.map(({ name, end }) => [name, end])).toEqual([
    ['div', 42],
    ['p', undefined],
    ['p', 31],
    ['img', undefined],
    ['i', undefined],
  ]);
});

test('a tag may have the name of a property of all objects', () => {
  const { tags, metas } = readHtml('<constructor><meta>');
  expect(tags.map(({ name }) => name)).toEqual(['constructor', 'meta']);
  expect(metas).toHaveLength(1);
});

test.each([
  ['before the body', '<meta>', true],
  ['in a noscript', '<noscript><meta></noscript>', false],
  ['in a template', '<template><meta></template>', false],
  ['in a template in a noscript', '<noscript><template></template><meta></noscript>', false],
  ['after a noscript and a template', '<noscript></noscript><template></template><meta>', true],
  ['after the head', '<head></head><meta>', false],
  ['after an element of the body', '<p></p><meta>', false],
])('an element %s applies to the page or not', (_, html, isInHead) => {
  expect(readHtml(html).metas).toMatchObject([{ isInHead }]);
});

test.each([
  ['', true],
  ['module', true],
  ['application/json', false],
  [' application/json', false],
  ['Application/LD+JSON', false],
  ['application/xml', true],
])('a script of the type "%s" is listed unless it is JSON', (type, isListed) => {
  expect(readHtml(`<script type="${type}">1</script>`).scripts).toHaveLength(isListed ? 1 : 0);
});

test('a tag is selected by its name, classes and attributes', () => {
  const [tag] = readHtml('<pre class="code  wrap" data-n="1">').tags;
  expect(namesOf(tag!)).toEqual(['pre', '.code', '.wrap', '[data-n]']);
});
