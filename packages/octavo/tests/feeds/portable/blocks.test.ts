import { describe, expect, test } from 'vitest';
import { fromHtml, fromMarkdown, PAGE } from './portable.ts';

describe('a callout', () => {
  test.each([
    [
      'is a quotation with its title',
      '> [!NOTE]\n> A.',
      '<blockquote><p><strong>Note</strong></p><p>A.</p></blockquote>',
    ],
    [
      'has a title of its own',
      ':::tip[T *i*]\nA.\n:::',
      '<blockquote><p><strong>T <em>i</em></strong></p><p>A.</p></blockquote>',
    ],
    [
      'that is collapsed stays so',
      '> [!WARNING]- T\n> A.',
      '<details><summary><strong>T</strong></summary><p>A.</p></details>',
    ],
    [
      'that is open stays so',
      '> [!WARNING]+ T\n> A.',
      '<details open><summary><strong>T</strong></summary><p>A.</p></details>',
    ],
  ])('%s', async (_, markdown, expected) => {
    expect(await fromMarkdown(markdown)).toBe(expected);
  });

  test('keeps an id that the text leads to', async () => {
    const html = await fromMarkdown(':::tip{id="x"}\nA.\n:::\n\n[To it](#x)');
    expect(html).toContain('<blockquote id="x">');
  });
});

describe('a heading', () => {
  test.each([
    ['is no link to itself', '## A *b* `c`', '<h2>A <em>b</em> <code>c</code></h2>'],
    [
      'keeps a link elsewhere',
      '## [A](https://example.org/)',
      '<h2><a href="https://example.org/">A</a></h2>',
    ],
    [
      'keeps an id that the text leads to',
      '## A\n\n[B](#a)',
      `<h2 id="a">A</h2>\n<p><a href="${PAGE}#a">B</a></p>`,
    ],
  ])('%s', async (_, markdown, expected) => {
    expect(await fromMarkdown(markdown)).toBe(expected);
  });
});

test('a link that is a sign has its name for a text, one with a text keeps it', () => {
  expect(fromHtml('<a href="/x" aria-label="b"><i class="icon"></i></a>')).toBe(
    '<a href="https://example.com/x" aria-label="b">b</a>',
  );
  expect(fromHtml('<a href="/x" aria-label="b">a</a>')).toBe(
    '<a href="https://example.com/x" aria-label="b">a</a>',
  );
});

describe('a task', () => {
  test.each([
    ['in a tight list', '- [x] A\n- [ ] B', '<ul>\n<li>☑ A</li>\n<li>☐ B</li>\n</ul>'],
    [
      'in a loose list',
      '- [x] A\n\n- [ ] B',
      '<ul>\n<li>\n<p>☑ A</p>\n</li>\n<li>\n<p>☐ B</p>\n</li>\n</ul>',
    ],
  ])('has a sign for its box: %s', async (_, markdown, expected) => {
    expect(await fromMarkdown(markdown)).toBe(expected);
  });

  test('is the only field that is left of a form', () => {
    expect(
      fromHtml('<p><label>A <input name="a"></label><select><option>b</option></select></p>'),
    ).toBe('<p>A </p>');
  });
});

describe('a table', () => {
  test('says the alignment of its cells without a style', async () => {
    const html = await fromMarkdown('| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |');
    expect(html.startsWith('<table>')).toBe(true);
    expect(html.match(/<t[hd]\b[^>]*>/g)).toEqual([
      '<th align="left" scope="col">',
      '<th align="center" scope="col">',
      '<th align="right" scope="col">',
      '<th scope="col">',
      '<td align="left">',
      '<td align="center">',
      '<td align="right">',
      '<td>',
    ]);
  });
});
