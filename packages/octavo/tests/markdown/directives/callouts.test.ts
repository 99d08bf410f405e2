import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdownDocument } from '../../../src/markdown/document.ts';
import { hastPlugins, mdastPlugins } from '../../../src/markdown/features.ts';
import { markdownFeatures } from '../../../src/markdown/syntax.ts';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

const html = async (markdown: string, language?: string) =>
  (await render(markdown, { language })).html.trim();

/** Returns of the outer callout its element, classes, title and the rest of its text. */
async function outer(markdown: string, language?: string): Promise<string[]> {
  const rendered = await html(markdown, language);
  const [callout] = elements(rendered, 'div', 'details').filter((element) =>
    attribute(element, 'className')?.startsWith('callout'),
  );
  if (!callout) return [];
  const [title, ...rest] = callout.children;
  const content = rest.map((node) => text(node)).join(' ');
  return [callout.tagName, attribute(callout, 'className')!, text(title!), content.trim()];
}

describe('a callout', () => {
  test.each([
    ['as GitHub writes it', '> [!NOTE]\n> Text', ['div', 'callout,note', 'Note', 'Text']],
    ['of each kind: tip', '> [!TIP]\n> Text', ['div', 'callout,tip', 'Tip', 'Text']],
    [
      'of each kind: important',
      '> [!IMPORTANT]\n> Text',
      ['div', 'callout,important', 'Important', 'Text'],
    ],
    [
      'of each kind: warning',
      '> [!WARNING]\n> Text',
      ['div', 'callout,warning', 'Warning', 'Text'],
    ],
    [
      'of each kind: caution',
      '> [!CAUTION]\n> Text',
      ['div', 'callout,caution', 'Caution', 'Text'],
    ],
    ['in small letters', '> [!note]\n> Text', ['div', 'callout,note', 'Note', 'Text']],
    ['with a paragraph apart', '> [!NOTE]\n>\n> Text', ['div', 'callout,note', 'Note', 'Text']],
    ['with spaces behind', '> [!NOTE]  \n> Text', ['div', 'callout,note', 'Note', 'Text']],
    ['with a title', '> [!TIP] My *title*\n> Text', ['div', 'callout,tip', 'My title', 'Text']],
    ['with a title alone', '> [!TIP] Mine', ['div', 'callout,tip', 'Mine', '']],
    ['without a text', '> [!NOTE]', ['div', 'callout,note', 'Note', '']],
    ['that is closed', '> [!NOTE]-\n> Text', ['details', 'callout,note', 'Note', 'Text']],
    ['that is open', '> [!NOTE]+ Mine\n> Text', ['details', 'callout,note', 'Mine', 'Text']],
    ['as a directive', ':::note\nText\n:::', ['div', 'callout,note', 'Note', 'Text']],
    [
      'as a directive with a title',
      ':::warning[My *title*]\nText\n:::',
      ['div', 'callout,warning', 'My title', 'Text'],
    ],
    [
      'as a directive that is collapsible',
      ':::tip[Mine]{collapsed}\nText\n:::',
      ['details', 'callout,tip', 'Mine', 'Text'],
    ],
    [
      'with words behind its name',
      ':::note These *words*\nText\n:::',
      ['div', 'callout,note', 'These words', 'Text'],
    ],
    [
      'with words and attributes behind its name',
      ':::note Mine [a] {collapsed}\nText\n:::',
      ['details', 'callout,note', 'Mine [a]', 'Text'],
    ],
    [
      'with attributes apart from its name',
      ':::note {collapsed}\nText\n:::',
      ['details', 'callout,note', 'Note', 'Text'],
    ],
    ['as VitePress writes it', '::: tip\nText\n:::', ['div', 'callout,tip', 'Tip', 'Text']],
    [
      'as VitePress writes it, with a title',
      ':::::  tip  Mine\nText\n:::::',
      ['div', 'callout,tip', 'Mine', 'Text'],
    ],
    [
      'as VitePress writes it, in a list',
      '- a\n\n  ::: tip Mine\n  Text\n  :::',
      ['div', 'callout,tip', 'Mine', 'Text'],
    ],
    [
      'as VitePress writes it, around another',
      ':::: tip\n::: note In\nText\n:::\n::::',
      ['div', 'callout,tip', 'Tip', 'InText'],
    ],
  ])('%s', async (_, markdown, expected) => {
    expect(await outer(markdown)).toEqual(expected);
  });

  test.each([
    ['> [!NOTE]-\n> a', false],
    ['> [!NOTE]+\n> a', true],
    [':::note{collapsed}\na\n:::', false],
    [':::note{open}\na\n:::', true],
  ])('%j is open: %s', async (markdown, open) => {
    expect((await html(markdown)).includes('<details class="callout note" open>')).toBe(open);
  });

  test.each([
    ['de', 'Hinweis'],
    ['ar', 'ملاحظة'],
    ['ja', 'メモ'],
    ['fr', 'Remarque'],
    ['nb', 'Note'],
  ])('has its name in the language of the site: %s', async (language, name) => {
    expect((await outer('> [!NOTE]\n> a', language))[2]).toBe(name);
  });

  test('reads well without a style sheet', async () => {
    expect(await html('> [!NOTE]\n> a *b*')).toBe(
      '<div class="callout note" role="note"><p class="callout-title"><strong>Note</strong></p><p>a <em>b</em></p></div>',
    );
  });

  test('has an id where it is given one', async () => {
    expect(await html(':::note{#mine}\na\n:::')).toContain('<div class="callout note" id="mine"');
  });

  test('holds all that Markdown can do, other callouts too', async () => {
    const inner =
      '> - a\n>\n> ```js\n> b\n> ```\n>\n> > [!TIP]\n> > c\n>\n> | d |\n> |---|\n> | e |';
    const rendered = await html(`> [!NOTE]\n>\n${inner}`);
    for (const part of ['<li>a</li>', '<pre', '<div class="callout tip"', '<table>'])
      expect(rendered).toContain(part);
  });

  test('stands in lists and quotations', async () => {
    expect(await html('- > [!NOTE]\n  > a')).toMatch(/<li>\s*<div class="callout note"/);
    expect(await html('> :::tip\n> a\n> :::')).toMatch(/<blockquote>\s*<div class="callout tip"/);
  });
});

describe('a quotation stays a quotation', () => {
  test.each([
    ['without a mark', '> Text'],
    ['with a mark in its sentence', '> A [!NOTE]'],
    ['with a mark in its second line', '> A\n> [!NOTE]'],
    ['with a mark that is escaped', '> \\[!NOTE] a'],
    ['with text at the mark', '> [!NOTE]text'],
    ['with a mark as code', '> `[!NOTE]`'],
    ['with a link', '> [NOTE](https://example.com/)'],
  ])('%s', async (_, markdown) => {
    const { html: rendered, diagnostics } = await render(markdown);
    expect(rendered).toContain('<blockquote>');
    expect(rendered).not.toContain('callout');
    expect(diagnostics).toEqual([]);
  });

  test.each(['```\n::: tip\n```', '<!--\n::: tip\n-->', 'a ::: tip', '    ::: tip a'])(
    'and code and HTML are none: %j',
    async (markdown) => {
      const { html: rendered, diagnostics } = await render(markdown);
      expect(rendered).not.toContain('callout');
      expect(rendered).toContain('::: tip');
      expect(diagnostics).toEqual([]);
    },
  );

  test.each(['A > [!NOTE] in a sentence', '[!NOTE]', '`> [!NOTE]`', '```\n> [!NOTE]\n```'])(
    'and no other text is one: %j',
    async (markdown) => {
      expect(await html(markdown)).not.toContain('callout');
    },
  );
});

describe('a mistake', () => {
  const KINDS = 'NOTE, TIP, IMPORTANT, WARNING, CAUTION';
  test.each([
    [
      'a kind that is none',
      'a\n\n> [!NOTIZ]\n> b',
      `3:3 [!NOTIZ]: unknown callout; use one of ${KINDS}; did you mean NOTE?`,
    ],
    [
      'a kind that is mistyped',
      '> [!WARNNG]',
      `1:3 [!WARNNG]: unknown callout; use one of ${KINDS}; did you mean WARNING?`,
    ],
    [
      'an attribute that is mistyped',
      ':::note{opne}\na\n:::',
      '1:1 :::note: unknown attribute opne; did you mean open?',
    ],
    [
      'a text behind the title',
      ':::note[A] b {open}\na\n:::',
      '1:1 :::note: unexpected text b {open}; write :::note[Title]{collapsed}',
    ],
    [
      'a title with a bracket alone',
      '> :::note a ] b\n> c\n> :::',
      '1:3 :::note: unexpected text b]; write :::note[Title]{collapsed}',
    ],
    [
      'a kind of VitePress that is none',
      '::: tpi\na\n:::',
      '1:1 :::tpi: unknown directive; did you mean tip?',
    ],
  ])('is %s', async (_, markdown, message) => {
    expect(found((await render(markdown)).diagnostics)).toEqual([message]);
    expect(found((await render(markdown, { format: 'mdx' })).diagnostics)).toEqual([message]);
  });
});

test('a summary has the text of a callout, and not its title', async () => {
  const { text: article } = await render('A.\n\n> [!NOTE] Title\n> B.\n\n> [!TIP]-\n> C.');
  expect(article.automatic.text).toBe('A. B. C.');
});

test('in MDX it is the same', async () => {
  const { code } = await mdxToJs('> [!NOTE]- My *title*\n> a <b>c</b>', {
    data: { octavo: markdownDocument('a.mdx') },
    features: markdownFeatures({ language: 'en' }),
    mdastPlugins,
    hastPlugins,
    jsx: true,
    elementAttributeNameCase: 'html',
  });
  expect(code.replace(/_components\.|\{"|"\}/g, '')).toContain(
    '<details class="callout note"><summary class="callout-title"><strong>My <em>title</em></strong></summary><p>a <b>c</b></p></details>',
  );
});
