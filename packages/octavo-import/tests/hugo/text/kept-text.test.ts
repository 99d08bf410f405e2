import { describe, expect, test } from 'vitest';
import { convert, diagnostics } from './text-context.ts';

describe('text that Octavo would read as syntax stays text', () => {
  test.each([
    [':::note\na\n:::', '\\:::note\na\n:::'],
    ['::leaf[a]{b}', '\\::leaf[a]{b}'],
    ['::include{file="./a.md"}', '\\::include{file="./a.md"}'],
    ['text :name[x]{y} at 10:30', 'text :name[x]{y} at 10:30'],
    ['a ~b~ c ~~d~~', 'a \\~b\\~ c ~~d~~'],
    [':smile: :nothing: `:smile:`', ':s<!-- -->mile: :nothing: `:smile:`'],
    ['a\n:', 'a\n\\:'],
    ['a\n: b', 'a\n: b'],
    ['> [!NOTE] a\n> b', '> [!NOTE] a\n> b'],
    ['> [!note]\n> b', '> [!note]\n> b'],
    ['> [!INFO]\n> b', '> [!NOTE] Info\n> b'],
    ['> [!danger]- Title\n> b', '> [!CAUTION]- Title\n> b'],
    ['> [!other]\n> b', '> \\[!other]\n> b'],
    ['[[a]] x^2^ ==b==', '[[a]] x^2^ ==b=='],
    ['a [^x] b[^1]\n\n[^1]: `[^y]`', 'a \\[^x] b[^1]\n\n[^1]: `[^y]`'],
    ['a \\[^x]', 'a \\[^x]'],
    ['a&nbsp;[^&nbsp;"x"] <b title="[^y]">b</b>', 'a&nbsp;\\[^&nbsp;"x"] <b title="[^y]">b</b>'],
    ['a ![]() ![b]()', 'a  b'],
  ])('%j', (body, expected) => {
    expect(convert(body).text).toBe(expected);
  });
});

describe('what Hugo’s settings switch off stays text, what they switch on is written', () => {
  test.each([
    [{ emoji: true }, ':smile:', ':smile:'],
    [{ strikethrough: false }, '~~a~~', '\\~\\~a\\~\\~'],
    [{ footnote: false }, 'a[^1]\n\n[^1]: b', 'a\\[^1]\n\n\\[^1]: b'],
    [{ definitionList: false }, 'a\n: b', 'a\n\\: b'],
    [{ taskList: false }, '- [ ] a', '- \\[ ] a'],
    [{ table: false }, '| a |\n|---|\n| b |', '| a |\n\\|---|\n| b |'],
    [{ hardWraps: true }, 'a\nb\n\n> c\n> d', 'a\\\nb\n\n> c\\\n> d'],
    [{ attributeBlock: true }, 'a\n{.b}\n\nc', 'a\n\nc'],
    [{ attributeBlock: true }, '```\na\n{.b}\n```\n{#c}', '```\na\n{.b}\n```'],
    [{ attributeBlock: false }, 'a\n{.b}', 'a\n{.b}'],
  ])('%j %j', (markup, body, expected) => {
    expect(convert(body, markup).text).toBe(expected);
  });

  test('lost attributes and quotation marks are reported', () => {
    expect(diagnostics('a\n{.b}', { attributeBlock: true })).toEqual([
      '2:1 info attributes of a block skipped',
    ]);
    expect(diagnostics('a "b"\n\n"c"', { typographer: false })).toEqual([
      '1:1 info typographic signs are off in the old blog; here quotation marks, dashes and dots become those of the language',
    ]);
  });
});
