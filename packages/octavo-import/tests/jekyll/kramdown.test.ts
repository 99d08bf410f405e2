import { describe, expect, test } from 'vitest';
import { convert } from './jekyll-blog.ts';

const MATH = 'title: Post\nmath: true';

describe('attributes of kramdown', () => {
  test.each([
    ['of Chirpy become a callout', '> Mind.\n{: .prompt-tip }', '> [!TIP]\n> Mind.'],
    ['info is a note', '> A\n> B\n{: .prompt-info }', '> [!NOTE]\n> A\n> B'],
    ['danger is caution', '> A\n{: .prompt-danger }', '> [!CAUTION]\n> A'],
    [
      'of a quotation in a list',
      '- a\n\n  > b\n  {: .prompt-warning }',
      '- a\n\n  > [!WARNING]\n  > b',
    ],
    ['of Minimal Mistakes', 'One\ntwo\n{: .notice--info}\n\nb', '> [!NOTE]\n> One\n> two\n\nb'],
    ['before a block', '{: .note }\nText.', '> [!NOTE]\n> Text.'],
    ['of a formula', '$$\nx\n$$\n{: .prompt-info }', '> [!NOTE]\n> $$\n> x\n> $$'],
    ['of al-folio', '> Tip\n{: .block-tip }', '> [!TIP]\n> Tip'],
    ['without a meaning go', 'Text.\n{: .lead }\n\nMore.', 'Text.\n\nMore.'],
    ['of a line go', '*a*{: .b } and `c`{:.d} e', '*a* and `c` e'],
    ['of a link go', '[a](https://a.example){:target="_blank"}', '[a](https://a.example)'],
    ['in code stay', '`{: .a }`\n\n```\n{: .b }\n```', '`{: .a }`\n\n```\n{: .b }\n```'],
    ['give a paragraph an id', 'Text.\n{: #here }', '<span id="here"></span>Text.'],
    ['give a heading an id', '## A\n{: #b }', '## A {#b}'],
    ['at a heading stay', '## A {#b}', '## A {#b}'],
    [
      'give code a language and a title',
      '~~~\nx\n~~~\n{: .language-ruby file="a.rb" }',
      '~~~ruby title="a.rb"\nx\n~~~',
    ],
    ['make a fence of indented code', '    x = 1\n{: .ruby }', '```ruby\nx = 1\n```'],
    [
      'give a picture a width',
      '![A](/assets/x.png){: width="300"}',
      '<img src="/assets/x.png" alt="A" width="300" />',
    ],
    [
      'give a picture and a link a title',
      '![A](/assets/x.png){: title="T \'x\'" .b} [a](https://a.example){: title="T"} [a](https://a.example "U"){: title="T"}',
      '![A](/assets/x.png "T \'x\'") [a](https://a.example "T") [a](https://a.example "U")',
    ],
    [
      'give a picture both',
      '![A](/assets/x.png){: title="T" width="30"}',
      '<img src="/assets/x.png" alt="A" title="T" width="30" />',
    ],
    [
      'with the size of a file go',
      '![A](/assets/x.png){: w="300" h="200" }',
      '![A](/assets/x.png)',
    ],
    [
      'of the dark theme take their picture along',
      '![A](/assets/x.png){: .light }\n![A](/assets/y.png){: .dark }',
      '![A](/assets/x.png)',
    ],
    ['defined elsewhere hold', '{:hint: .prompt-tip}\n\n> A\n{: hint}', '> [!TIP]\n> A'],
  ])('%s', (_, body, text) => {
    expect(convert(body).text).toBe(text);
  });

  test('for a table of contents take the list along', () => {
    expect(convert('* TOC\n{:toc}\n\n## A').text).toBe('## A');
    expect(convert('1. x\n{:toc .a}\n\nb').text).toBe('b');
  });
});

describe('a heading keeps its id', () => {
  test.each([
    ['## A & B', '## A & B'],
    ['## `code` & *emphasis* [link](/x/)', '## `code` & *emphasis* [link](/x/)'],
    ['## 1. Größe ½', '## 1. Größe ½ {#1-größe-½}'],
    ['## A -- b', '## A -- b'],
    ['## A\n\n## A', '## A\n\n## A'],
    ['## [A → ](/x/)', '## [A → ](/x/) {#a--}'],
    ['## [A b][c]\n\n[c]: /x/', '## [A b][c]\n\n[c]: /x/'],
  ])('of GFM: %s', (body, text) => {
    expect(convert(body).text).toBe(text);
  });

  test.each([
    ['## 1. Of lead', '## 1. Of lead {#of-lead}'],
    ['## Größe', '## Größe {#gre}'],
    ['## 日本', '## 日本 {#section}'],
    ['## A [b](/c/)', '## A [b](/c/) {#a-bc}'],
  ])('of kramdown: %s', (body, text) => {
    expect(convert(body, 'kramdown: { input: kramdown }\n').text).toBe(text);
  });
});

describe('syntax of kramdown', () => {
  test.each([
    ['a formula in a line', 'a $$x^2$$ b', 'a $x^2$ b'],
    ['a formula by itself', 'a\n\n$$ x $$\n\nb', 'a\n\n$$\nx\n$$\n\nb'],
    ['a formula in a list', '- $$x$$', '- $$\n  x\n  $$'],
    ['an escaped formula', 'a \\$$x$$', 'a \\$$x$$'],
    ['dollars that are none', 'It costs $5, or $6.', 'It costs $5, or $6.'],
    ['a line break', 'a\\\\\nb', 'a\\\nb'],
    ['a comment', 'a\n\n{::comment}\nb\n{:/comment}\n\nc', 'a\n\n\n\nc'],
    ['raw HTML', '{::nomarkdown}<b>*a*</b>{:/}', '<b>*a*</b>'],
    ['options', '{::options toc_levels="1" /}\n\na', 'a'],
    [
      'an abbreviation',
      'The HTML page.\n\n*[HTML]: Hypertext "Markup"',
      'The <abbr title="Hypertext &quot;Markup&quot;">HTML</abbr> page.',
    ],
    [
      'a table without a head',
      '| a | b |\n| c | d |',
      '|     |     |\n| --- | --- |\n| a | b |\n| c | d |',
    ],
    ['a table with one', '| a |\n|---|\n| b |', '| a |\n|---|\n| b |'],
    [
      'a table with rules in its body',
      '| a |\n|---|\n| b |\n|---|\n| c |\n|===|\n| d |',
      '| a |\n|---|\n| b |\n| c |\n| d |',
    ],
    [
      'a tag before a text',
      'x\n\n<img src="/x.png" alt="X">\n*a*\n<u>\nb</u>\n\n<u>\n\nc</u>',
      'x\n\n<img src="/x.png" alt="X"> *a*\n<u>\nb</u>\n\n<u>\n\nc</u>',
    ],
    [
      'a link around a picture',
      '<a href="/">\n![X](/x.png)\n</a>',
      '<a href="/"> ![X](/x.png)\n</a>',
    ],
    ['a tag in code', '```\n\n<img>\na\n```', '```\n\n<img>\na\n```'],
    [
      'details with Markdown in its summary',
      '<details markdown="1">\n<summary markdown="span">*a*</summary>\nb\n</details>',
      '<details>\n<summary>\n\n*a*\n\n</summary>\n\nb\n\n</details>',
    ],
    [
      'HTML with empty lines',
      '<div>\n\n<p>a</p>\n\n    <p>b</p>\n</div>\n\n*c*',
      '<div>\n<p>a</p>\n    <p>b</p>\n</div>\n\n*c*',
    ],
    ['HTML before a text', '<div>a</div>\nb *c*', '<div>a</div>\n\nb *c*'],
    [
      'Markdown in HTML',
      '<div markdown="1" class="x">\n  *a*\n</div>',
      '<div class="x">\n\n*a*\n\n</div>',
    ],
    [
      'details',
      '<details markdown="1"><summary>A</summary>\n*b*\n</details>',
      '<details><summary>A</summary>\n\n*b*\n\n</details>',
    ],
    ['a footnote', 'a[^1]\n\n[^1]: b', 'a[^1]\n\n[^1]: b'],
  ])('%s', (_, body, text) => {
    expect(convert(body).text).toBe(text);
  });

  test('of MathJax is a formula where the page asks for it', () => {
    expect(convert('a $x_1$ and \\\\(y\\\\)', '', MATH).text).toBe('a $x_1$ and $y$');
    expect(convert('a $x_1$').text).toBe('a \\$x_1$');
    expect(convert('a $$\\begin{align}x\\end{align}$$', '', MATH).text).toBe(
      'a \n$$\n\\begin{align}x\\end{align}\n$$',
    );
  });

  test('is none in a blog that reads CommonMark', () => {
    const body = 'a $$x$$\n{: .b }';
    expect(convert(body, 'markdown: CommonMark\n').text).toContain('{: .b }');
  });
});

test('a file in HTML becomes Markdown', async () => {
  const { importedBlog, postOf } = await import('./jekyll-blog.ts');
  const file = '---\ntitle: P\n---\n<p>a *b*</p>\n\n<pre>\n\nx</pre>\ntext\n';
  const site = importedBlog({ '_posts/2024-01-06-post.html': file });
  expect(postOf(site, 'post')).toContain('\n\na \\*b\\*\n\n```\nx\n```\n\ntext\n');
});
