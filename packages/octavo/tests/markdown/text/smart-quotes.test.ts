import { describe, expect, test } from 'vitest';
import { render } from '../../helpers.ts';

const html = async (markdown: string, language: string) =>
  (await render(markdown, { language })).html.trim().replace(/^<p>|<\/p>$/g, '');

describe('quotation marks are those of the language', () => {
  test.each([
    ['en', `"a" and 'b'`, '“a” and ‘b’'],
    ['de', `"a" and 'b'`, '„a“ and ‚b‘'],
    ['de-CH', `"a" and 'b'`, '«a» and ‹b›'],
    ['fr', `"a" and 'b'`, '«\u202Fa\u202F» and “b”'],
    ['ar', `"a" and 'b'`, '«a» and “b”'],
    ['sv', `"a" and 'b'`, '”a” and ’b’'],
    ['fi', `"a" and 'b'`, '”a” and ’b’'],
    ['pl', `"a" and 'b'`, '„a” and «b»'],
    ['ja', `"a" and 'b'`, `"a" and 'b'`],
    ['uk', `"a" and 'b'`, '«a» and „b“'],
    ['fa', `"a" and 'b'`, '«a» and ‹b›'],
    ['pt', `"a" and 'b'`, '“a” and ‘b’'],
    ['pt-PT', `"a" and 'b'`, '«a» and “b”'],
    ['he', `"a" צה"ל`, '”a” צה”ל'],
    ['zh', `"a" and 'b'`, '“a” and ‘b’'],
    ['zh-TW', `"a" and 'b'`, `"a" and 'b'`],
    ['zh-Hant-HK', `"a" and 'b'`, `"a" and 'b'`],
    ['tlh', `"a" and 'b'`, '“a” and ‘b’'],
  ])('%s: %s → %s', async (language, typed, expected) => {
    expect(await html(typed, language)).toBe(expected);
  });
});

describe('in German', () => {
  test.each([
    ['across emphasis', '"a *b* c"', '„a <em>b</em> c“'],
    ['across code', '"`a`" and "b"', '„<code>a</code>“ and „b“'],
    ['across lines', '"a\nb"', '„a\nb“'],
    ['one in the other', `"a 'b' c"`, '„a ‚b‘ c“'],
    ['in a link', '["a"](https://example.com/)', '<a href="https://example.com/">„a“</a>'],
    ['apostrophes', `geht's, the dogs' and '90s`, 'geht’s, the dogs’ and ’90s'],
    ['an apostrophe within quotation marks', `'it's'`, '‚it’s‘'],
    ['marks that are typed', '“a” ‘b’ »c« "d"', '“a” ‘b’ »c« „d“'],
    ['marks that are named', '&ldquo;a&rdquo; &quot;b&quot; "c"', '“a” "b" „c“'],
    ['marks that are escaped', '\\"a\\" "b"', '"a" „b“'],
    ['dashes', 'a -- b', 'a – b'],
    ['code', `\`"a" 'b'\``, `<code>"a" 'b'</code>`],
    ['an attribute', '<b title="a -- b">c</b> "d"', '<b title="a -- b">c</b> „d“'],
  ])('%s', async (_, typed, expected) => {
    expect(await html(typed, 'de')).toBe(expected);
  });

  test.each([
    ['a heading', '## "a"', '„a“'],
    ['a cell', '| "a" |\n|---|', '>„a“</'],
    ['a title of a callout', '> [!NOTE] "a"', '<strong>„a“</strong>'],
    ['a term', '"a"\n: "b"', '<dt>„a“</dt>\n<dd>„b“</dd>'],
  ])('in %s', async (_, typed, expected) => {
    expect(await html(typed, 'de')).toContain(expected);
  });

  test('in MDX too', async () => {
    const { text } = await render('"a *b*" and <code>"c"</code>', {
      format: 'mdx',
      language: 'de',
    });
    expect(text.automatic.text).toBe('„a b“ and "c"');
  });
});

describe.each(['en', 'de'])('in elements of code nothing is smart: %s', (language) => {
  test.each([
    `<code>"a" -- it's --- b...</code>`,
    `<kbd>'</kbd>`,
    '<samp>"<b>a</b>"</samp>',
    '<code>“a” – …</code>',
    '<code>&lt;a b="c"&gt; &amp;</code>',
  ])('%s', async (typed) => {
    expect(await html(`A ${typed} b`, language)).toBe(`A ${typed} b`);
  });
});
