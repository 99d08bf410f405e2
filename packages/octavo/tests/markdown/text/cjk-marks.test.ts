import { describe, expect, test } from 'vitest';
import { render } from '../../helpers.ts';

const html = async (markdown: string, format?: 'mdx') =>
  (await render(markdown, format && { format })).html.trim();

describe('emphasis beside CJK characters and punctuation', () => {
  test.each([
    ['**注意：**正文', '<strong>注意：</strong>正文'],
    ['**テスト（括弧）。**この文', '<strong>テスト（括弧）。</strong>この文'],
    [
      '**`code`**后文 and これは**`code`**です。',
      '<strong><code>code</code></strong>后文 and これは<strong><code>code</code></strong>です。',
    ],
    ['これは**「重要」**です。', 'これは<strong>「重要」</strong>です。'],
    ['これは*（重要）*です', 'これは<em>（重要）</em>です'],
    ['これは***「重要」***です', 'これは<em><strong>「重要」</strong></em>です'],
    ['~~注意：~~正文', '<del>注意：</del>正文'],
    ['**스크립트(script)**를', '<strong>스크립트(script)</strong>를'],
    ['**a：**b', '<strong>a：</strong>b'],
    ['これは**"重要"**です', 'これは<strong>“重要”</strong>です'],
    ['**重要（括弧**（注）', '<strong>重要（括弧</strong>（注）'],
    ['**[链](https://a.example/)**后', '<strong><a href="https://a.example/">链</a></strong>后'],
    ['| **注：**文 |\n| - |', '<strong>注：</strong>文'],
  ])('is what its author meant: %s', async (markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
  });

  test.each([
    ['5*（注）和 ** 二', '5*（注）和 ** 二'],
    ['`**注意：**正文`', '<code>**注意：**正文</code>'],
    ['\\*\\*注意：\\*\\*正文', '**注意：**正文'],
    ['https://a.example/b~~）和', '<a href="https://a.example/b">https://a.example/b</a>~~）和'],
    ['<b title="**注：**文">文</b>', '<b title="**注：**文">文</b>'],
    ['**"a"**b is as CommonMark has it', '**“a”**b is as CommonMark has it'],
  ])('is none where there is none: %s', async (markdown, expected) => {
    expect(await html(markdown)).toBe(`<p>${expected}</p>`);
  });

  test('leaves ids, summaries and positions alone', async () => {
    const { headings, text, diagnostics } = await render(
      '## **注意：**正文\n\n**注：**文。x $\\frac$',
    );
    expect(headings).toEqual([{ depth: 2, slug: '注意正文', text: '注意：正文' }]);
    expect(text.automatic.text).toMatch(/^注意：正文 注：文。x/);
    expect(diagnostics).toMatchObject([{ line: 3, column: 11 }]);
  });
});

test('no mark stays at the end of a title', async () => {
  expect(await html(':::note 注意**\nText\n:::')).toContain('<strong>注意**</strong>');
});

describe('a URL ends before CJK punctuation', () => {
  test.each([
    ['请看https://example.com/a。后文', 'https://example.com/a', '。后文'],
    ['见 www.example.com/b），后', 'http://www.example.com/b', '），后'],
    ['「https://example.com/c」を', 'https://example.com/c', '」を'],
    ['“https://example.com/d”', 'https://example.com/d', '”'],
    ['https://example.com/e，**粗：**体', 'https://example.com/e', '，<strong>粗：</strong>体'],
  ])('%s', async (markdown, url, after) => {
    const rendered = await html(markdown);
    expect(rendered).toContain(`<a href="${url}">`);
    expect(rendered).toContain(`</a>${after}</p>`);
  });

  test.each([
    'https://ja.example/wiki/日本',
    '<https://a.example/z。>',
    '[a](https://a.example/。)',
  ])('but not before letters, and not in brackets: %s', async (markdown) => {
    expect(await html(markdown)).toMatch(/<a href="[^"]+%E[^"]+">/);
  });
});

test.each([
  ['a family', '👨\u200D👩\u200D👧\u200D👦'],
  ['a flag and a skin tone', '🏳️\u200D🌈 👍🏽 🇯🇵'],
  ['keycaps and selectors', '1️⃣ ↩\uFE0E ☺\uFE0F'],
  ['combining marks', 'e\u0301 \u0928\u093F n\u0303'],
  ['marks of direction', 'אב\u200F (a\u200E) \u2067ab\u2069 \u061C'],
  ['joiners and spaces', 'می\u200Cخواهم a\u00A0b c\u202Fd e\u2060f g\u200Bh'],
  ['private use and beyond the BMP', '\uE0A0 \uF8FF 𠮷 𝒜 \u{10FFFD}'],
])('%s keep their characters', async (_, characters) => {
  const { html, headings, text } = await render(`## ${characters}\n\n**${characters}** x`);
  expect(html).toContain(`<strong>${characters}</strong> x`);
  expect(headings[0]!.text).toBe(characters);
  expect(text.automatic.text).toContain(`${characters.replace(/\s/g, ' ')} x`);
});
