import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { portableHtml } from '../../../src/feeds/portable-html.ts';
import { found, render, settings } from '../../helpers.ts';

const headings = async (markdown: string, format: 'md' | 'mdx' = 'md') =>
  (await render(markdown, { format })).headings;

describe('headings', () => {
  test.each(['md', 'mdx'] as const)('are listed with depth, id and text in %s', async (format) => {
    expect(await headings('# One\n\n## Two *words* of `code`\n\n###### Six', format)).toEqual([
      { depth: 1, slug: 'one', text: 'One' },
      { depth: 2, slug: 'two-words-of-code', text: 'Two words of code' },
      { depth: 6, slug: 'six', text: 'Six' },
    ]);
  });

  test('have ids of their own, though their texts are the same', async () => {
    expect((await headings('## A\n\n## A\n\n## A')).map(({ slug }) => slug)).toEqual([
      'a',
      'a-1',
      'a-2',
    ]);
  });

  test('have the ids in the page by which they are listed', async () => {
    const { html, headings: listed } = await render('# Größe\n\n## 日本語\n\n### C++ & C#');
    expect(elements(html, 'h1', 'h2', 'h3').map((heading) => attribute(heading, 'id'))).toEqual(
      listed.map(({ slug }) => slug),
    );
  });

  test('in HTML keep the id that the author gave', async () => {
    expect(await headings('<h2 id="mine">A</h2>')).toEqual([{ depth: 2, slug: 'mine', text: 'A' }]);
  });

  test('in HTML are listed though they have a class', async () => {
    expect(await headings('<h2 class="quiet"> A </h2>')).toEqual([
      { depth: 2, slug: 'a', text: 'A' },
    ]);
  });

  test('in code are none', async () => {
    expect(await headings('```sh\n# comment\n```')).toEqual([]);
  });

  test('are listed without the mark of a footnote', async () => {
    expect(await headings('## A[^1]\n\n[^1]: Note.')).toEqual([{ depth: 2, slug: 'a', text: 'A' }]);
  });

  test('are all listed, one "Footnote label" too', async () => {
    expect(await headings('## Footnote label')).toHaveLength(1);
  });

  test.each([
    ['md', '## 🎉'],
    ['md', '##'],
    ['mdx', '## 🎉'],
  ] as const)('have an id that is not empty in %s: %s', async (format, markdown) => {
    const [heading] = await headings(markdown, format);
    expect(heading?.slug).toMatch(/./);
  });

  test('have no id of the page itself', async () => {
    expect((await headings('## Main'))[0]?.slug).not.toBe('main');
  });

  test.each([
    ['a footnote', '## fn 1\n\nA[^1].\n\n[^1]: B.'],
    ['a heading in HTML', '<h2 id="a">B</h2>\n\n## A'],
  ])('have no id of %s', async (_, markdown) => {
    const ids = elements((await render(markdown)).html).flatMap(
      (element) => attribute(element, 'id') ?? [],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("an id of one's own", () => {
  test.each(['md', 'mdx'] as const)("is the heading's, in %s", async (format) => {
    expect(await headings('## A title {#own}\n\n## A title', format)).toEqual([
      { depth: 2, slug: 'own', text: 'A title' },
      { depth: 2, slug: 'a-title', text: 'A title' },
    ]);
  });

  test('is not given to another heading', async () => {
    const listed = await headings('## A\n\n## B {#a}\n\n## A');
    expect(listed.map(({ slug }) => slug)).toEqual(['a-1', 'a', 'a-2']);
  });

  test('may stand beside classes, and nothing else', async () => {
    const { html } = await render('## A {#own .wide onclick=b style=c}');
    expect(html.trim()).toBe('<h2 id="own" class="wide"><a href="#own">A</a></h2>');
  });

  test.each([
    ['by an earlier heading', '## A {#x}\n\n## B {#x}', '3:1'],
    ['by the page itself', '## A {#main}', '1:1'],
    ['by HTML in this text', '<a id="x"></a>\n\n## A {#x}', '3:1'],
    ['by a footnote', 'A[^1]\n\n## B {#fn-1}\n\n[^1]: C', '3:1'],
  ])('is a mistake where it is taken %s', async (_, markdown, place) => {
    const { diagnostics } = await render(markdown);
    const [, id] = /\{#(.*)\}/.exec(markdown)!;
    expect(found(diagnostics)).toEqual([
      `${place} heading: the id ${id} is already used on this page; change it`,
    ]);
  });
});

describe('a heading is a link to itself', () => {
  test.each([
    ['## A *b* `c`', '<h2 id="a-b-c"><a href="#a-b-c">A <em>b</em> <code>c</code></a></h2>'],
    ['###### A', '<h6 id="a"><a href="#a">A</a></h6>'],
    ['<h2 class="b">A</h2>', '<h2 class="b" id="a"><a href="#a">A</a></h2>'],
  ])('%s', async (markdown, expected) => {
    expect((await render(markdown)).html.trim()).toBe(expected);
  });

  test.each([
    ['of the first level', '# A'],
    ['that holds a link', '## A [b](https://example.com/)'],
    ['with a footnote', '## A[^1]\n\n[^1]: B'],
    ['that is a summary', '<details><summary><h2>A</h2></summary>B</details>'],
    ['without text', '##'],
  ])('but for one %s', async (_, markdown) => {
    const { html, headings: listed } = await render(markdown);
    const targets = elements(html, 'a').map((link) => attribute(link, 'href'));
    expect(targets).not.toContain(`#${listed[0]!.slug}`);
  });

  test('but not in feeds', async () => {
    const { html } = await render('## A *b*\n\n## [C](#c)');
    expect(portableHtml(html, 'https://example.com/p/', { site: settings() })).toContain(
      '<h2>A <em>b</em></h2>',
    );
  });
});

describe('footnotes', () => {
  const NOTES = 'A[^1] b[^1] c[^note].\n\n[^1]: One.\n[^note]: Two.';

  test.each([
    ['en', 'Footnotes', 'Back to reference 1', 'Back to reference 1-2'],
    ['de', 'Fußnoten', 'Zurück zu Verweis 1', 'Zurück zu Verweis 1-2'],
    ['de-AT', 'Fußnoten', 'Zurück zu Verweis 1', 'Zurück zu Verweis 1-2'],
    ['ja', '脚注', '脚注 1 の参照元へ戻る', '脚注 1-2 の参照元へ戻る'],
    ['ar', 'الحواشي', 'العودة إلى المرجع 1', 'العودة إلى المرجع 1-2'],
  ])('speak the language of the site: %s', async (language, label, back, again) => {
    const { html } = await render(NOTES, { language });
    expect(elements(html, 'h2').map(text)).toEqual([label]);
    const labels = elements(html, 'a').map((link) => attribute(link, 'ariaLabel'));
    expect(labels.filter((said) => said !== undefined).slice(0, 2)).toEqual([back, again]);
  });

  test('lead to their notes and back', async () => {
    const { html } = await render(NOTES);
    const ids = elements(html).map((element) => attribute(element, 'id'));
    const targets = elements(html, 'a').map((link) => attribute(link, 'href'));
    expect(targets).toHaveLength(6);
    for (const target of targets) expect(ids).toContain(target?.slice(1));
  });

  test('are in no list of headings', async () => {
    expect(await headings(NOTES)).toEqual([]);
  });

  test('have an arrow that is text, and no emoji', async () => {
    expect((await render(NOTES)).html).toContain('↩\uFE0E');
  });
});

test('an attribute that is neither an id nor a class is removed with a warning', async () => {
  const { html, diagnostics } = await render('A\n\n## B {#c lang=fr}');
  expect(html).toContain('<h2 id="c"><a href="#c">B</a></h2>');
  expect(found(diagnostics)).toEqual([
    '3:1 warning: heading: the attribute lang is removed; use {#id} and {.class}',
  ]);
});
