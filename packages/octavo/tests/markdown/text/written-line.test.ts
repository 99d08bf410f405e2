import { describe, expect, test } from 'vitest';
import { writtenLine } from '../../../src/markdown/text/written-line.ts';
import { render } from '../../helpers.ts';

describe('a line of front matter', () => {
  test.each([
    [
      'code between backticks',
      'Use `f<T>()` now',
      'Use f<T>() now',
      'Use <code>f&lt;T&gt;()</code> now',
    ],
    ['code with a backtick', '``a`b``', 'a`b', '<code>a`b</code>'],
    ['quotation marks in code as typed', '"`"a"`"', '“"a"”', '“<code>&quot;a&quot;</code>”'],
    ['a lone backtick', 'a ` b', 'a ` b', 'a ` b'],
    ['its own characters', `a & <b> "c"`, 'a & <b> “c”', 'a &amp; &lt;b&gt; “c”'],
  ])('has %s', (_, line, text, html) => {
    expect(writtenLine(line, 'en')).toEqual({ text, html });
  });

  test.each(['Say "yes"', "It isn't", "'a' in the '90s", '"a" and "\'b\'"', 'a ("b")', '"a" -"b"'])(
    'has the quotation marks of a body: %s',
    async (line) => {
      for (const language of ['en', 'de', 'fr', 'ja']) {
        const { html } = await render(line, { language });
        expect(html.trim()).toBe(`<p>${writtenLine(line, language).text}</p>`);
      }
    },
  );

  test.each([
    '*a* _b_ **c** ~~d~~ [e](f) ![g](h) <i>j</i> &amp; \\k',
    '--force ... a -- b --- c',
    'https://example.com :smile: $x$ [^1] a | b {#c}',
    '# a',
    '1. a',
    '- a',
    '> a',
    '---',
    'a\u00A0b',
  ])('is as typed apart from them: %s', (line) => {
    expect(writtenLine(line, 'en').text).toBe(line);
    expect(writtenLine(`${line} ""`, 'en').text).toBe(`${line} “”`);
  });

  test('is one line', () => {
    expect(writtenLine(' "a"\n\nb\n', 'en').text).toBe('“a” b');
  });
});
