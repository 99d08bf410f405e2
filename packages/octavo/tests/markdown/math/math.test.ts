import { describe, expect, test } from 'vitest';
import { attribute, elements, text, type Element } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

const formula = async (markdown: string): Promise<Element> =>
  elements((await render(markdown)).html, 'math')[0]!;

/** TeX that temml sets by styles, and much that is common. */
const TEX = [
  'x^2 + y_1',
  '\\frac{a}{b}',
  '\\sqrt[3]{x} \\binom nk',
  "f''(x)",
  '\\hat x \\vec v \\bar y \\widehat{abc} \\widetilde{abcd} \\overline{ab} \\underline{ab}',
  '\\overbrace{ab}^n \\underbrace{ab}_m \\xrightarrow[a]{bcd}',
  '\\sum_{i=0}^n \\int_0^\\infty \\lim_{x \\to 0}',
  '\\mathbf x \\boldsymbol\\alpha \\mathbb R \\mathcal L \\mathtt t \\bm{x}',
  '\\left( \\frac a b \\right] \\Bigg(',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  '\\begin{smallmatrix} a & b \\\\ c & d \\end{smallmatrix}',
  '\\begin{cases} a & x > 0 \\\\ b & \\text{else} \\end{cases}',
  '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
  '\\begin{array}{|c|r:l||c} \\hline a & b & c & d \\\\ \\hline 1 & 2 & 3 & 4 \\\\ \\hline\\hline \\end{array}',
  '{\\color{red} x} + \\textcolor{#0af}{y}',
  '\\colorbox{yellow}{x} \\fcolorbox{red}{white}{y}',
  '\\boxed{x = 1} \\fbox{y}',
  '\\cancel{x} \\bcancel{y} \\xcancel{z} \\sout{w}',
  'a\\quad b\\,c\\!d \\hspace{2em} \\phantom{x} \\raisebox{1em}{x} \\kern-1em',
  '\\LaTeX',
  '\\frac{\\frac{\\frac{a}{b}}{c}}{d}',
  '\\renewcommand{\\arraystretch}{1.5} \\begin{matrix} a \\\\ b \\end{matrix}',
];

const DISPLAYED = [
  ...TEX,
  'a = b \\tag{1}',
  '\\begin{CD} A @>a>> B \\\\ @VbVV @VVcV \\\\ C @>>d> D \\end{CD}',
  '\\begin{align} a &= b \\\\ &= c \\end{align}',
  '\\begin{gather} a \\\\ b \\end{gather}',
];

describe('a formula is MathML without a style attribute', () => {
  test.each(TEX)('within a line: %s', async (tex) => {
    const { html, diagnostics } = await render(`A $${tex}$ b.`);
    expect(diagnostics).toEqual([]);
    expect(html.trim()).toMatch(/^<p>A <math alttext="[^"]+"[^>]*>.*<\/math> b\.<\/p>$/);
    expect(html).not.toMatch(/\sstyle=|undefined|octavo-/);
    expect(attribute(elements(html, 'math')[0]!, 'alttext')).toBe(tex);
  });

  test.each(DISPLAYED)('displayed: %s', async (tex) => {
    const { html, diagnostics } = await render(`$$\n${tex}\n$$`);
    expect(diagnostics).toEqual([]);
    expect(html).toMatch(/^<div class="formula"( tabindex="0")?><math display="block" alttext=/);
    expect(html).not.toMatch(/\sstyle=|undefined|octavo-/);
  });
});

describe('what temml says by style is said by', () => {
  test.each([
    ['a color', '{\\color{#0af} x}', 'mi', 'mathcolor', '#0af'],
    ['a ground', '\\colorbox{#ff0}{x}', 'mrow', 'mathbackground', '#ff0'],
    ['the size of an accent', '\\hat x', 'mo', 'scriptlevel', '0'],
    ['a frame', '\\boxed{x}', 'mrow', 'className', 'tml-fbox'],
    [
      'a line',
      '\\begin{array}{c} \\hline a \\end{array}',
      'mtd',
      'className',
      'tml-top,tml-l0,tml-r0',
    ],
    ['a negative space', 'a\\!b', 'mrow', 'className', 'tml-n17'],
    [
      'the room of a cell',
      '\\begin{cases} a & b \\end{cases}',
      'mtd',
      'className',
      'tml-left,tml-l0,tml-r0',
    ],
    [
      'the width of a numbered line',
      '\\begin{align} a \\end{align}',
      'mtable',
      'className',
      'tml-jot,tml-full',
    ],
  ])('%s', async (_, tex, name, property, value) => {
    const { html } = await render(`$$\n${tex}\n$$`);
    const values = elements(html, name).map((element) => attribute(element, property));
    expect(values.map((found) => found?.replace(/ /g, ','))).toContain(value);
  });
});

describe('a formula is displayed', () => {
  test.each([
    ['between lines of dollars', '$$\nx\n$$', 'div'],
    ['by two dollars alone on a line', '$$x$$', 'span'],
    ['by two dollars within a line', 'a $$x$$ b', 'span'],
    ['as a block of math', '```math\nx\n```', 'div'],
  ])('%s', async (_, markdown, box) => {
    const { html } = await render(markdown);
    expect(elements(html, box).map((element) => attribute(element, 'className'))).toEqual([
      'formula',
    ]);
    expect(attribute(await formula(markdown), 'display')).toBe('block');
  });

  test('and can be reached by keyboard where it may have to scroll', async () => {
    const wide = 'a + b + c + d + e + f + g + h + i + j + k + l + m';
    expect((await render(`$$\n${wide}\n$$`)).html).toContain('tabindex="0"');
    expect((await render('$$\nE = mc^2\n$$')).html).not.toContain('tabindex');
  });
});

test.each([
  ['$p = \\$5$', 'p=$5'],
  ['from $\\$5$ to $\\$10$', '$5'],
  ['$`x_1 + y`$', 'x1+y'],
  ['$`a \\text{ costs \\$}`$', 'a costs $'],
])('%s is a formula within a line', async (markdown, expected) => {
  const found = await formula(markdown);
  expect(text(found).replaceAll('\u00a0', ' ')).toBe(expected);
  expect(attribute(found, 'display')).toBeUndefined();
});

test('a long formula within a line can go on in the next', async () => {
  const terms = Array.from({ length: 20 }, (_, index) => `a_{${index}}`).join(' + ');
  expect(attribute(await formula(`$${terms}$`), 'className')).toBe('wide');
  expect(attribute(await formula('$x$'), 'className')).toBeUndefined();
});

test('what is defined by \\gdef is known to the formulas behind it', async () => {
  const { html } = await render('$\\gdef\\R{\\mathbb R}$ and $x \\in \\R$');
  expect(text(elements(html, 'math')[1]!)).toBe('x∈ℝ');
});

test('a definition of one document is not known to another', async () => {
  await render('$\\gdef\\own{x}$');
  expect((await render('$\\own$')).diagnostics).toHaveLength(1);
});

describe('an error in TeX is a mistake at its line', () => {
  test.each([
    ['A $\\foo$ b', ['1:3 math: unsupported function name: \\foo']],
    ['A\n\nb $x^2^3$', ['3:3 math: double superscript']],
    ['$$\nx\n\\foo\n$$', ['3:1 math: unsupported function name: \\foo']],
    ['> - $$\n>   \\foo\n>   $$', ['2:5 math: unsupported function name: \\foo']],
    ['```math\n\nx }\n```', ["3:1 math: expected 'EOF', got '}'"]],
    ['$\\frac{a$', ["1:1 math: unexpected end of input in a macro argument, expected '}'"]],
    ['$x^$', ['1:1 math: unexpected end of TeX']],
    ['$\\begin{foo}\\end{foo}$', ['1:1 math: no such environment: foo']],
    ['$\\href{https://a.b}{x}$', ['1:1 math: unsupported function name: \\href']],
    ['$\\ref{x}$', ['1:1 math: \\ref is not supported']],
    ['$\\foo$ and $\\bar$', ['1:1 math: unsupported function name: \\foo', '1:12 math: ']],
    ['At 10:30 $\\foo$', ['1:10 math: unsupported function name: \\foo']],
  ])('%j', async (markdown, mistakes) => {
    const { diagnostics } = await render(markdown);
    expect(found(diagnostics)).toEqual(mistakes.map((mistake) => expect.stringContaining(mistake)));
    expect(found((await render(markdown, { format: 'mdx' })).diagnostics)).toEqual(
      found(diagnostics),
    );
  });

  test('and its source stays in the text', async () => {
    expect((await render('A $\\foo$ b')).html.trim()).toBe('<p>A <code>\\foo</code> b</p>');
  });
});

test.each(['md', 'mdx'] as const)('a formula of a line is in a summary, in %s', async (format) => {
  const { text: article } = await render('Let $2^n$ be.\n\n$$\ny\n$$', { format });
  expect(article.automatic).toEqual({
    // The text of its MathML.
    text: 'Let 2n be.',
    html: 'Let <math alttext="2^n"><msup><mn>2</mn><mi>n</mi></msup></math> be.',
    description: 'Let 2^n be.',
    goesOn: false,
  });
});
