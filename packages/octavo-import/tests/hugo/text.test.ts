import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { render } from '../../../octavo/tests/helpers.ts';
import { convert } from './text/text-context.ts';

describe('a text without anything of Hugo’s own comes out byte for byte', () => {
  test.each([
    '',
    '\n',
    'Text.\n',
    '  \n\nText with two spaces  \nand\\\na backslash.   \n\n\n',
    'Setext\n===\n\n## ATX ##\n\n* a\n* b\n\n+ c\n\n3) d\n4) e',
    'a_b_c *d* __e__ `f` ``g ` h`` <https://x.y/> https://x.y/z www.x.y a@b.c',
    '> a\n>\n> > b\n\n---\n\n***\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n',
    '```go\na\n```\n\n~~~\n$b$ :::c\n~~~\n\n    indented {{ code }}\n',
    'costs $5 and $6, localhost:8080, 10:30, std::vector, x^2, C:\\dir, {a}, [b], [[c]]',
    'a[^1]\n\n[^1]: b\n\n    c\n\nTerm\n: what it means\n\n- [x] done\n- [ ] not',
    '<!--more-->\n\n<div class="a">\n\n*b*\n\n</div>\n\na <kbd>b</kbd> &amp; &copy; <!-- c -->',
    '"Quotes" \'single\' -- dash --- dash... (c)',
    '日本語の文章。\n\n## 見出し\n\n\tindented by a tab\n',
    'a \uE000 sign of a font, \u{1F600}, \u00A0 and \u200B',
    '{{ .Site.Title }} {% if %} {{ "{{" }} {{}}',
  ])('%j', (body) => {
    expect(convert(body)).toMatchObject({ text: body, diagnostics: [] });
  });
});

const TEXTS = [
  'costs $5 and $6',
  '$x$ and $$y$$ and \\$z',
  '$$\na + b\n$$',
  ':::note\ntext\n:::',
  '::leaf[label]{key=value}',
  '::include{file="./a.md"}',
  'text :name[label]{key=value} end',
  'localhost:8080 at 10:30, a::b::c',
  '~~gone~~ and ~10 or ~20',
  'x^2^ and ==m== and [[wiki]]',
  '## A heading',
  '## A heading {#own}',
  '## A heading {not attributes}',
  '## `code` & *emphasis* [link](/a/)',
  '## !!!',
  'Two lines\nof a heading\n---',
  '> A quotation\n> of two lines',
  '> ## A heading in it',
  '- one\n- two\n\n  ## heading in a list\n\n  text',
  '7. seven\n8. eight',
  '- [ ] open\n- [x] done',
  '| a | b |\n|---|:-:|\n| $1 | `c` |',
  '```go {hl_lines=[1,"2-3"] linenos=true}\none\ntwo\nthree\n```',
  '```\nplain $x$ :smile: :::note\n```',
  '~~~unknown\nx\n~~~',
  '    indented $x$ {{ y }}',
  '`code $x$ :smile:`',
  'term\n:\nnot a definition',
  '[link](/posts/b/ "title") and [ref]\n\n[ref]: /posts/c/',
  '![picture](a.png) ![](b.png)',
  '<https://x.y/z> https://x.y/a_b',
  'hard\\\nbreak  \nand another',
  '&amp; &copy; &#35; \\* \\_ \\{',
  '<b>bold</b> H<sub>2</sub>O',
  '<div>\n\n*Markdown* in HTML\n\n</div>',
  '<!-- comment -->',
  '{.class}',
  '{{ go }} {% jinja %}',
  'a*b*c _d_ __e__ snake_case_name',
  '日本語 テスト',
  '## 日本語 の 見出し',
  '$HOME/bin and $PATH; `$`$`$',
  'C:\\dir\\file (c) 1/2 "quoted" -- dash...',
  ':nothing: :+: ::',
  '[x] #nospace +plus 1.5',
];

describe('the words of a text are those of a plain Markdown parser', () => {
  test.each(TEXTS)('%j', async (body) => {
    await expectSameWords(body);
  });

  test('whatever stands beside each other', async () => {
    const next = randomNumbers(20);
    const between = ['\n\n', '\n\n', '\n\n\n', '\n\n***\n\n'];
    for (let count = 0; count < 150; count += 1) {
      const parts = Array.from({ length: 2 + next(5) }, () => TEXTS[next(TEXTS.length)]!);
      const body = parts.map((part) => part + between[next(between.length)]!).join('');
      await expectSameWords(body);
    }
  });
});

test('whatever is put together, nothing throws', () => {
  const pieces = [
    ...TEXTS,
    '{{< note >}}',
    '{{< /note >}}',
    '{{% details "a" %}}',
    '{{% /details %}}',
    '{{< figure src="a.png" >}}',
    '{{< highlight go >}}',
    '{{< /highlight >}}',
    '{{< what a="b',
    '{{</* x */>}}',
    '{{< ref "b" >}}',
    '[a]({{< ref "b" >}})',
    '```',
    '> ',
    '- ',
    '  ',
    '`',
    '|',
  ];
  const next = randomNumbers(7);
  for (let count = 0; count < 300; count += 1) {
    const body = Array.from({ length: 1 + next(12) }, () => {
      return pieces[next(pieces.length)]! + ['\n', '\n\n', ' ', ''][next(4)]!;
    }).join('');
    const markup = { unsafe: next(2) === 0, mathByTheme: next(2) === 0, hardWraps: next(4) === 0 };
    expect(() => convert(body, markup), JSON.stringify(body)).not.toThrow();
  }
});

async function expectSameWords(body: string): Promise<void> {
  const { html } = await render(convert(body, { emoji: false }).text, { files: {} });
  expect(wordsOf(html), JSON.stringify(body)).toEqual(wordsOf(await marked(plain(body))));
}

/** What is Hugo's own and no word: attributes of headings. */
function plain(body: string): string {
  return body.replace(/^(#+ .*) \{#own\}$/gm, '$1');
}

const TAG = /<[a-z/!](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const INLINE = /<\/?(?:a|b|code|em|span|strong|sub|sup|del|kbd)\b(?:"[^"]*"|[^>"])*>/gi;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', copy: '©' };

/** Returns the words of HTML: letters, digits, and signs that syntax is made of. */
function wordsOf(html: string): string[] {
  const text = html
    .replace(/<button[\s\S]*?<\/button>|<!--[\s\S]*?-->/g, '')
    .replace(INLINE, '')
    .replace(TAG, ' ')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name: string) => {
      if (name) return ENTITIES[name] ?? entity;
      return String.fromCodePoint(hex ? parseInt(hex as string, 16) : Number(decimal));
    });
  return text.match(/[\p{L}\p{N}$#{}:~^=@[\]]+/gu) ?? [];
}

/** Returns a source of the same numbers in each run, each below a limit. */
function randomNumbers(start: number): (limit: number) => number {
  let seed = start;
  return (limit) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor(seed / 65536) % limit;
  };
}
