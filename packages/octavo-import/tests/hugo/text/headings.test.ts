import { describe, expect, test } from 'vitest';
import { headingAnchor } from '../../../src/hugo/heading-anchor.ts';
import { HeadingIds } from '../../../src/text/heading-ids.ts';
import { render } from '../../../../octavo/tests/helpers.ts';
import { convert, diagnostics } from './text-context.ts';

describe('ids are those of Hugo', () => {
  test.each([
    [
      'Hello [Link](https://foo.com/x) `code_a` *em* -- "q"',
      'hello-linkhttpsfoocomx-code_a-em----q',
    ],
    ['A & B &amp; C: d.e', 'a--b-amp-c-de'],
    ['Größe 日本語 123 ½ ² x', 'größe-日本語-123---x'],
    ['Tab\there  two   spaces', 'tabhere--two---spaces'],
    ['- Leading - dash', '--leading---dash'],
    ['Emoji :smile: 😀 x', 'emoji-smile--x'],
    ['~~strike~~ <b>html</b>', 'strike-bhtmlb'],
    ['İstanbul', 'istanbul'],
    ['!!!', 'heading'],
  ])('github: %s', (line, id) => {
    expect(new HeadingIds((line) => headingAnchor(line, 'github')).idOf(line)).toBe(id);
  });

  test.each([
    ['Größe é 日本', 'groe-e-'],
    ['ø x', '-x'],
  ])('github-ascii: %s', (line, id) => {
    expect(new HeadingIds((line) => headingAnchor(line, 'github-ascii')).idOf(line)).toBe(id);
  });

  test.each([
    ['Hello, World!', 'hello-world'],
    [' a -- b ½', 'a-b-½'],
    ['1.2 x', '1-2-x'],
  ])('blackfriday: %s', (line, id) => {
    expect(new HeadingIds((line) => headingAnchor(line, 'blackfriday')).idOf(line)).toBe(id);
  });

  test('numbered where they are taken', () => {
    const ids = new HeadingIds((line) => headingAnchor(line, 'github'));
    expect(['a', 'a', 'a-1', 'a', '!', '!'].map((line) => ids.idOf(line))).toEqual([
      'a',
      'a-1',
      'a-1-1',
      'a-2',
      'heading',
      'heading-1',
    ]);
  });
});

describe('a heading has an id of its own where Octavo’s would be another', () => {
  test.each([
    ['## Same id', '## Same id'],
    ['## Größe 日本語', '## Größe 日本語'],
    ['## A\n\n## A', '## A\n\n## A'],
    ['## [A](/x/) b', '## [A](/x/) b {#ax-b}'],
    ['## a -- b', '## a -- b {#a----b}'],
    ['## It’s &amp; it', '## It’s &amp; it {#its-amp-it}'],
    ['## !!!', '## !!! {#heading}'],
    ['##', '## {#heading}'],
    ['## !!! ##', '## !!! {#heading}'],
    ['Two\nlines\n---', 'Two\nlines {#lines}\n---'],
    ['> ## !!!', '> ## !!! {#heading}'],
    ['- ## !!!', '- ## !!! {#heading}'],
    ['## !!! {.a}', '## !!! {#heading .a}'],
    ['## Own {#id}', '## Own {#id}'],
    ['## Own {#id} ##', '## Own {#id}'],
    ['## Own {#id, .a}', '## Own {#id .a}'],
    ['## Not {own}', '## Not \\{own}'],
    ['## In {{< what >}}', '## In <!-- {{< what >}} -->'],
    ['## :smile: a', '## :s<!-- -->mile: a'],
    ['## At 10:30', '## At 10:30'],
    ['## A\n\n## Own {#a-1}\n\n## A', '## A\n\n## Own {#a-1}\n\n## A'],
  ])('%j', (body, expected) => {
    expect(convert(body).text).toBe(expected);
  });

  test('by the settings of the site', () => {
    expect(convert('## Größe {#a}', { attributeTitle: false }).text).toBe(
      '## Größe \\{#a} {#größe-a}',
    );
    const anchorOf = (line: string) => headingAnchor(line, 'github-ascii');
    expect(convert('## Größe', {}, { anchorOf }).text).toBe('## Größe {#groe}');
    expect(convert('## $\\alpha$', { mathByTheme: true }).text).toBe('## $\\alpha$ {#alpha}');
  });

  test.each([
    '## [A](/x/) b\n\n## A\n\n## A\n\n## A-1\n\n## !!!\n\n## *B* `c` :d:\n\nE "f"\n---\n\n## 1. G -- h',
    '## A {#b}\n\n## B\n\n## B\n\n# X {.y}\n\n## $5 and $6\n\n<h2 id="html">H</h2>\n\n## C',
  ])('so that all ids hold', async (body) => {
    const ids = new HeadingIds((line) => headingAnchor(line, 'github'));
    const wanted = body.match(/^(?:#+ .*|E.*)$/gm)!.map((line) => {
      const [, own] = /\{#(\w+)\}$/.exec(line) ?? [];
      if (own !== undefined) ids.take(own);
      return own ?? ids.idOf(line.replace(/^#+ | \{.*\}$/g, ''));
    });
    const { html } = await render(convert(body).text);
    const given = [...html.matchAll(/<h\d[^>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(given.filter((id) => id !== 'html')).toEqual(wanted);
  });

  test('a duplicate id is skipped and reported', async () => {
    const body = '## A {#x}\n\n## B {#x}';
    expect(convert(body).text).toBe('## A {#x}\n\n## B');
    expect(diagnostics(body)).toEqual(['3:4 warning heading: duplicate id x; skipped']);
    expect((await render(convert(body).text)).diagnostics).toEqual([]);
  });

  test('an id that every page has is reported', () => {
    expect(convert('## Main')).toMatchObject({
      text: '## Main',
      diagnostics: [{ severity: 'info' }],
    });
  });
});
