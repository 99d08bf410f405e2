import { describe, expect, test } from 'vitest';
import { protectProse } from '../../../src/markdown/text/escape-prose.ts';
import { DEFAULT_SITE } from '../../../src/markdown/document.ts';
import { renderSnippet } from '../../../src/markdown/render-snippet.ts';
import { checkText } from '../../checks/helpers.ts';
import { render } from '../../helpers.ts';

const html = async (markdown: string) => (await render(markdown)).html.trim();

describe('ordinary prose stays as typed', () => {
  test.each([
    'localhost:8080 at 10:30',
    'costs $5 and $6',
    'from $5 to $10, not $7',
    'a $ b $ c',
    '$HOME and $PATH',
    'x^2 and y^3',
    'std::vector and a::b::c',
    'snake_case_name',
    'C:\\dir',
    'see :8080, :name and :other[one]{two}',
    '00:1a:2b:3c:4d:5e and :a:b::c:d',
    'key:value **bold:text**',
    '$HOME/$USER and $a:$b',
    'from ($y) to ($z), or [$y, $z]',
    '${HOME}/${USER}, ${a}:$b, $(a)/$(b)',
    'all of $@, $# and $?',
    'echo $HOME/$(id) $HOME/${X}',
    '$größe/$länge, $a.$b-$c',
    '**$5**–**$6**, $5/$6, $1,$2',
    '**$5**, (from $5 to 7 US$)',
  ])('%s', async (line) => {
    const text = (await html(line)).replace(/<[^>]+>/g, '');
    expect(text).toBe(line.replaceAll('**', ''));
  });

  test.each([
    ['code', '`a :smile: b $5 $6`', '<code>a :smile: b $5 $6</code>'],
    ['a type in code', '`<T>`', '<code>&lt;T></code>'],
  ])('in %s', async (_, markdown, expected) => {
    expect((await html(markdown)).replaceAll('&gt;', '>')).toContain(expected);
  });
});

test.each([
  ['See localhost:8080, $5 and $6', 'See localhost:8080, $5 and $6'],
  ['**注意：**正文', '<strong>注意：</strong>正文'],
])('in a Markdown setting too: %s', (markdown, expected) => {
  expect(renderSnippet(markdown, { ...DEFAULT_SITE, rootBase: '/' }).trim()).toBe(
    `<p>${expected}</p>`,
  );
});

describe('a code span binds before a dollar', () => {
  test.each([
    ['It costs $5 and uses `$HOME` here.', 'It costs $5 and uses <code>$HOME</code> here.'],
    ['Set `$A` to $5 or `$B`.', 'Set <code>$A</code> to $5 or <code>$B</code>.'],
    ['A $5, a `$x`, see `$y`.', 'A $5, a <code>$x</code>, see <code>$y</code>.'],
    ['$5 or ``a ` $b`` or `$`', '$5 or <code>a ` $b</code> or <code>$</code>'],
  ])('%s', async (markdown, expected) => {
    expect(await html(markdown)).toBe(`<p>${expected}</p>`);
    expect(await html(`- **a**\n\n  ${markdown}`)).toContain(`<p>${expected}</p>`);
  });
});

describe('a heading keeps its braces', () => {
  test.each([
    '## GET /users/{id}',
    '## Using {curly}',
    '## ${VAR}',
    '## Set {1, 2, 3}',
    '## Foo{bar}',
    '## Enum {A|B}',
    '## {id}',
    '## interface{}',
    '## {{ x }}',
    '## Braces {#}',
    '## Two {a} {b}',
    '## A {id, #b}',
    `## A {${'a='.repeat(40)} !}`,
    'Underlined {bar}\n---',
    'In two\nlines {x y}\n---',
  ])('%j', async (markdown) => {
    const written = markdown.replace(/^## |\n[-=]+$/g, '');
    const { html: rendered, headings } = await render(markdown);
    expect(rendered).toContain(`>${written}</a>`);
    expect(headings[0]!.text).toBe(written);
  });

  test.each([
    ['## A {#own}', '<h2 id="own">'],
    ['## A {#own .b .c}', '<h2 id="own" class="b c">'],
    ['## A {.b}', '<h2 class="b" id="a">'],
    ['- ## A{#own}', '<h2 id="own">'],
    ['A {#own}\n---', '<h2 id="own">'],
    ['## A {#own key="a b"}', '<h2 id="own">'],
  ])('unless they hold attributes: %j', async (markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
    expect(await html(markdown)).toContain('>A</a>');
  });
});

describe('an alternative text is what was typed', () => {
  test.each(['a $5 and $6', 'on localhost:8080', 'the $x$ of `a:$b`', ':smile: 10:30'])(
    '%s',
    async (alt) => {
      const expected = `alt="${alt.replaceAll('`', '')}"`;
      expect(await html(`![${alt}](https://a.example/$b.png)`)).toContain(expected);
      expect(await html(`![${alt}][b]\n\n[b]: https://a.example/b.png`)).toContain(expected);
    },
  );
});

describe('a formula opens before a non-space and closes after one, not before a letter or digit', () => {
  const protect = (text: string) => protectProse(text, 'md').body;
  test.each([
    ['$x$', '$x$'],
    ['$a_1 + b_2$', '$a_1 + b_2$'],
    ['$5 and $x$ and $7', '\\$5 and $x$ and $7'],
    ['$x$5', '\\$x$5'],
    ['$ x$', '\\$ x$'],
    ['$x $', '\\$x $'],
    ['$$x$$', '$$x$$'],
    ['`$5` $6 $7', '`$5` \\$6 $7'],
    ['$x$y', '\\$x$y'],
    ['$x$は $n$개', '$x$は $n$개'],
    ['$x$(见图)', '$x$(见图)'],
    ['$p = \\$5$', '$$$p = \\$5$$$'],
    ['$a `b$ c` d$', '\\$a `b$ c` d$'],
    ['$a `b` c$', '\\$a `b` c$'],
    ['$`a \\$ b`$', '$$$`a \\$ b`$$$'],
  ])('%s → %s', (typed, expected) => {
    expect(protect(typed)).toBe(expected);
  });
});

test('a mistake behind such signs is told where it was typed', async () => {
  const problems = await checkText('At 10:30, $5 and $6, see [x](<http://>).');
  expect(problems).toEqual(['1:26 link: http:// is not a URL']);
});

test('a directive that is not known is a mistake', async () => {
  const { diagnostics } = await render('Text.\n\n:::nothing\nText.\n:::\n\n::nobody[x]');
  expect(diagnostics.map(({ line, message }) => [line, message])).toEqual([
    [3, ':::nothing: unknown directive'],
    [7, '::nobody: unknown directive'],
  ]);
});

test('a block of MDX in another is escaped once', () => {
  const body = '<b>**\n---\n$`$`x![a</b>\\(**```\n';
  expect(protectProse(body, 'mdx').escapes.length).toBeLessThan(3);
});
