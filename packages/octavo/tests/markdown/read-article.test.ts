import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/markdown/read-article.ts';
import { words } from '../../../../tests/posts.ts';
import { render } from '../helpers.ts';

/** Returns what is read in HTML. */
const read = (html: string) => readArticle(htmlToHast(html, { fragment: true })).text;

/** Returns what is read in a rendered Markdown text of blocks. */
const readMarkdown = async (...blocks: string[]) => (await render(blocks.join('\n\n'))).text;

const count = (text: string) => text.split(' ').length;

describe('the automatic excerpt ends with the first paragraph at which 70 words are reached', () => {
  test.each([
    ['exactly 70', [70, 10], 70],
    ['69, and so goes on', [69, 10, 10], 79],
    ['69 and one more', [69, 1, 10], 70],
    ['71', [71, 10], 71],
    ['far more, since a paragraph stays whole', [300, 10], 300],
    ['70 in many short ones', [20, 20, 20, 20, 20], 80],
    ['69 in all', [30, 39], 69],
    ['few in all', [3], 3],
  ])('paragraphs of %s', async (_, paragraphs, expected) => {
    const { automatic } = await readMarkdown(...paragraphs.map((size) => words(size)));
    expect(count(automatic.text)).toBe(expected);
    expect(automatic.goesOn).toBe(expected < paragraphs.reduce((sum, size) => sum + size));
  });

  test.each([
    ['through a heading, which counts', [`## ${words(2)}`, words(68), 'After.'], 70],
    ['not with a heading', [words(69), '## One', words(5), 'After.'], 75],
    ['not with a tight list', [words(60), '- a b c d e\n- f g h i j', words(5), 'After.'], 75],
    ['in a loose list', [words(69), '- one', '- two', 'After.'], 70],
    ['in a list within a list', [words(69), '- a\n\n  - b\n\n    c', 'After.'], 70],
    ['in a quotation', [`> ${words(70)}`, 'After.'], 70],
    ['not before the end of a quotation', [words(60), `> ${words(10)}`, 'After.'], 70],
    ['not with a caption', [words(69), '<figcaption>One</figcaption>', words(5), 'After.'], 75],
  ])('%s', async (_, blocks, expected) => {
    const { automatic } = await readMarkdown(...blocks);
    expect(count(automatic.text)).toBe(expected);
    expect(automatic.goesOn).toBe(true);
  });

  test.each([
    ['code', `\`\`\`js\n${words(20)}\n\`\`\``],
    ['indented code', `    ${words(20)}`],
    ['a table', `| a |\n|---|\n| ${words(20)} |`],
    ['an svg', `<svg><text>${words(20)}</text></svg>`],
    ['MathML', `<math><mi>${words(20)}</mi></math>`],
    ['a script', `<script>${words(20)}</script>`],
    ['a style', `<style>${words(20)}</style>`],
    ['a comment', `<!-- ${words(20)} -->`],
    ['what only a video without support shows', `<video>${words(20)}</video>`],
  ])('without the words of %s', async (_, left) => {
    const { automatic } = await readMarkdown('Before.', left, words(68), 'last', 'After.');
    expect(automatic.text).toBe(`Before. ${words(68)} last`);
  });

  test.each([
    ['70 characters of Japanese', '語'.repeat(70), '語'.repeat(70)],
    ['70 without their punctuation', `${'語。'.repeat(70)}`, '語。'.repeat(70)],
  ])('with %s', async (_, first, expected) => {
    const { automatic } = await readMarkdown(first, 'あと。');
    expect(automatic).toEqual({ text: expected, goesOn: true });
  });

  test.each([
    ['Thai', 'ภาษาไทยเป็นภาษาที่มีระบบเสียงวรรณยุกต์และไม่มีการเว้นวรรคระหว่างคำ'],
    ['Lao', 'ພາສາລາວເປັນພາສາທີ່ບໍ່ມີການຍະຫວ່າງລະຫວ່າງຄຳ'],
    ['Khmer', 'ភាសាខ្មែរជាភាសាដែលមិនមានចន្លោះរវាងពាក្យ'],
    ['Burmese', 'မြန်မာဘာသာစကားသည်စကားလုံးများကြားတွင်နေရာလွတ်မရှိပါ'],
  ])('with some sentences of %s, which has no spaces between words', async (_, sentence) => {
    const { automatic } = await readMarkdown(...Array.from({ length: 30 }, () => sentence));
    const sentences = count(automatic.text);
    expect(sentences).toBeGreaterThan(3);
    expect(sentences).toBeLessThan(12);
    expect(automatic.goesOn).toBe(true);
  });

  test('not with 69 characters of Japanese', async () => {
    const { automatic } = await readMarkdown('語'.repeat(69), '次', 'あと');
    expect(automatic).toEqual({ text: `${'語'.repeat(69)} 次`, goesOn: true });
  });

  test('with words and characters together', async () => {
    const { automatic } = await readMarkdown(`${words(35)} ${'語'.repeat(35)}`, 'After.');
    expect(automatic.text).not.toContain('After.');
  });
});

describe('the text of an excerpt', () => {
  test.each([
    ['headings', '# One\n\n## Two\n\nThree.', 'One Two Three.'],
    ['items of tight and of loose lists', '- a\n- b\n\nmid\n\n1. c\n\n2. d', 'a b mid c d'],
    ['tasks without their boxes', '- [x] done\n- [ ] open', 'done open'],
    ['a quotation', '> Said.\n>\n> Meant.', 'Said. Meant.'],
    ['a caption', '<figure><img src="/x.png" alt="A">\n<figcaption>C</figcaption></figure>', 'C'],
    ['what is folded away', '<details><summary>S</summary>\n\nT\n\n</details>', 'S T'],
    ['inline code', 'Call `f(x)` now.', 'Call f(x) now.'],
    ['a section', '<section>\n\na\n\n</section>', 'a'],
    ['emphasis within a word', 'un*believ*able', 'unbelievable'],
    ['the text of a link', 'See [the docs](https://example.com/a).', 'See the docs.'],
    ['struck words', 'Not ~~this~~ that.', 'Not this that.'],
    ['no picture and none of its alt', 'A ![a picture](https://example.com/x.png) B', 'A B'],
    ['a space for a line end', 'one\ntwo  \nthree', 'one two three'],
    ['a space for a line break', 'one<br>two', 'one two'],
    ['a space between blocks that touch', '<div>one</div><div>two</div>', 'one two'],
    ['nothing for a place to break', 'one<wbr>two', 'onetwo'],
    ['entities as characters', 'a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['characters that stand for Markdown', 'a \\*b\\* c', 'a *b* c'],
  ])('holds %s', async (_, markdown, expected) => {
    const { automatic } = await readMarkdown(markdown);
    expect(automatic).toMatchObject({ text: expected, goesOn: false });
  });

  test.each([
    ['hidden from all', '<p>a</p><p hidden>b</p>'],
    ['hidden from screen readers', '<p>a<span aria-hidden="true">#</span></p>'],
    ['a title for machines', '<p>a</p><svg><title>b</title></svg>'],
    ['for no script', '<p>a</p><noscript>b</noscript>'],
    ['a template', '<p>a</p><template>b</template>'],
    ['a button', '<p>a</p><button>b</button>'],
    [
      'a label of code',
      '<p>a</p><figure class="code"><figcaption>b</figcaption><details><summary>c</summary></details></figure>',
    ],
  ])('does not hold what is %s', (_, html) => {
    expect(read(html).automatic).toEqual({ text: 'a', goesOn: false });
  });

  test.each([
    ['nothing', ''],
    ['white space', '\n\n   \n'],
    ['a picture alone', '![A](https://example.com/x.png)'],
    ['a comment alone', '<!-- a -->'],
  ])('is empty for an article of %s', async (_, markdown) => {
    expect(await readMarkdown(markdown)).toEqual({
      words: 0,
      characters: 0,
      automatic: { text: '', goesOn: false },
    });
  });
});

describe('an excerpt goes on where text of the article follows', () => {
  test.each([
    ['a paragraph', 'More.', true],
    ['a heading', '## More', true],
    ['code alone', '```\nmore\n```', true],
    ['a table alone', '| a |\n|---|\n| b |', true],
    ['a picture alone', '![A](https://example.com/x.png)', false],
    ['a comment alone', '<!-- more to come -->', false],
    ['a rule alone', '---', false],
    ['nothing', '', false],
  ])('as %s', async (_, rest, goesOn) => {
    const article = await readMarkdown(words(70), '<!--more-->', rest);
    expect(article.automatic.goesOn).toBe(goesOn);
    expect(article.beforeMore?.goesOn).toBe(goesOn);
  });

  test('and not where it is only left out of the middle', async () => {
    const { automatic } = await readMarkdown('Before.', '```\ncode\n```', 'After.');
    expect(automatic).toEqual({ text: 'Before. After.', goesOn: false });
  });
});

describe('the text before <!--more-->', () => {
  test.each([
    ['between paragraphs', 'a\n\n<!--more-->\n\nb', 'a'],
    ['with spaces in it', 'a\n\n<!-- more -->\n\nb', 'a'],
    ['right under a paragraph', 'a\n<!--more-->\nb', 'a'],
    ['within a paragraph', 'a <!--more--> b', 'a'],
    ['within a word', 'a<!--more-->b', 'a'],
    ['in a list', '- a\n- b <!--more-->\n- c', 'a b'],
    ['in a quotation', '> a\n>\n> <!--more-->\n>\n> b', 'a'],
    ['after a heading', '# a\n\n<!--more-->\n\nb', 'a'],
    ['after code, which is left out', 'a\n\n```\nx\n```\n\n<!--more-->\n\nb', 'a'],
    ['twice, of which the first counts', 'a\n\n<!--more-->\n\nb\n\n<!--more-->\n\nc', 'a'],
    ['late', `a\n\n${words(100)}\n\n<!--more-->\n\nb`, `a ${words(100)}`],
  ])('is what stands above it: %s', async (_, markdown, expected) => {
    const { beforeMore } = await readMarkdown(markdown);
    expect(beforeMore).toMatchObject({ text: expected, goesOn: true });
  });

  test.each([
    ['there is no mark', 'a\n\nb'],
    ['it stands before any text', '<!--more-->\n\na'],
    ['only code stands before it', '```\nx\n```\n\n<!--more-->\n\na'],
    ['only a picture stands before it', '![A](https://example.com/x.png)\n\n<!--more-->\n\na'],
    ['it stands in a code block', 'a\n\n```html\n<!--more-->\n```\n\nb'],
    ['it stands in indented code', 'a\n\n    <!--more-->\n\nb'],
    ['it stands in inline code', 'a `<!--more-->` b'],
    ['it is escaped', 'a\n\n\\<!--more-->\n\nb'],
    ['it says something else', 'a\n\n<!-- more later -->\n\nb'],
  ])('is absent where %s', async (_, markdown) => {
    expect((await readMarkdown(markdown)).beforeMore).toBeUndefined();
  });

  test('leaves the automatic excerpt as it is', async () => {
    const { automatic } = await readMarkdown('a', '<!--more-->', 'b');
    expect(automatic).toEqual({ text: 'a b', goesOn: false });
  });
});

describe('footnotes', () => {
  const NOTE = '[^1]: A note of five words.';

  test('are no part of an excerpt, and neither is their mark', async () => {
    const { automatic } = await readMarkdown('Text[^1] on.', NOTE);
    expect(automatic).toEqual({ text: 'Text on.', goesOn: false });
  });

  test('do not make an excerpt go on', async () => {
    const { beforeMore } = await readMarkdown('Text[^1].', '<!--more-->', NOTE);
    expect(beforeMore).toEqual({ text: 'Text.', goesOn: false });
  });

  test('are read, and so counted; their heading and marks are not', async () => {
    expect(await readMarkdown('Text[^1] on[^1].', NOTE)).toMatchObject({ words: 2 + 5 });
  });
});

describe('the words of an article', () => {
  test.each([
    ['paragraphs', 'one two\n\nthree', 3],
    ['headings', '# one\n\ntwo', 2],
    ['code', '```js\nconst x = 1;\n```', 4],
    ['inline code', '`a b` c', 3],
    ['tables', '| a b |\n|---|\n| c d |', 4],
    ['emphasis within a word as one', 'un*believ*able', 1],
    ['cells that touch as two', '<table><tr><td>a</td><td>b</td></tr></table>', 2],
    ['no alt of a picture', '![a b](https://example.com/x.png)', 0],
    ['no comment', '<!-- a b -->', 0],
    ['no script and no style', '<script>a b</script>\n\n<style>c d</style>', 0],
  ])('are those of %s', async (_, markdown, expected) => {
    expect(await readMarkdown(markdown)).toMatchObject({ words: expected, characters: 0 });
  });

  test('are counted beside its Chinese, Japanese and Korean characters', async () => {
    expect(await readMarkdown('日本語の Markdown を書く。')).toMatchObject({
      words: 1,
      characters: 7,
    });
  });

  test('are those of a heading "Footnote label" too', async () => {
    expect(await readMarkdown('## Footnote label', 'Text.')).toMatchObject({ words: 3 });
  });
});

describe('in MDX', () => {
  const readMdx = async (...blocks: string[]) =>
    (await render(blocks.join('\n\n'), { format: 'mdx' })).text;

  test.each([
    ['between paragraphs', ['a', '{/* more */}', 'b']],
    ['without spaces', ['a', '{/*more*/}', 'b']],
    ['within a paragraph', ['a {/* more */} b']],
  ])('{/* more */} ends the text before it: %s', async (_, blocks) => {
    expect((await readMdx(...blocks)).beforeMore).toEqual({ text: 'a', goesOn: true });
  });

  test.each([
    ['before any text', ['{/* more */}', 'a']],
    ['in code', ['a', '```\n{/* more */}\n```', 'b']],
    ['that says something else', ['a', '{/* more later */}', 'b']],
  ])('{/* more */} does nothing %s', async (_, blocks) => {
    expect((await readMdx(...blocks)).beforeMore).toBeUndefined();
  });

  test('a component is read through, an expression is its value, and an import is not read', async () => {
    const { automatic, words: read } = await readMdx(
      'import Note from "./note.ts"',
      'export const one = 1',
      'A <B>in</B>line {one}.',
      '<Note title="no">',
      'Inner text.',
      '</Note>',
    );
    expect(automatic.text).toBe('A inline 1. Inner text.');
    expect(read).toBe(5);
  });

  test('the excerpt ends as in Markdown', async () => {
    const { automatic } = await readMdx(`# ${words(2)}`, words(68), 'After.');
    expect(count(automatic.text)).toBe(70);
    expect(automatic.goesOn).toBe(true);
  });

  test('a table in HTML is left out of the excerpt, and a paragraph in HTML may end it', async () => {
    const table = await readMdx('a', '<table><tr><td>b</td></tr></table>', 'c');
    expect(table.automatic.text).toBe('a c');
    const paragraph = await readMdx(`<p>${words(70)}</p>`, '<div>After.</div>');
    expect(count(paragraph.automatic.text)).toBe(70);
  });

  test('a mistake leaves nothing to read', async () => {
    expect(await readMdx('a', '<Note>')).toEqual({
      words: 0,
      characters: 0,
      automatic: { text: '', goesOn: false },
    });
  });

  test('code is counted and left out of the excerpt', async () => {
    const { automatic, words: read } = await readMdx('a', '```js\nb c\n```');
    expect(automatic.text).toBe('a');
    expect(read).toBe(3);
  });
});

test.each([
  ['本文は\n続く。\n次の文', '本文は続く。次の文'],
  ['全角：\n「引用」\n１２', '全角：「引用」１２'],
  ['中文\n*强调*\n文字', '中文强调文字'],
  ['中文\nLatin\n文字', '中文 Latin 文字'],
  ['한국어\n문장', '한국어 문장'],
  ['甲\n\n乙\n\n- 丙\n- 丁', '甲 乙 丙 丁'],
])(
  'a line break between Chinese or Japanese characters is no space: %j',
  async (body, expected) => {
    expect((await readMarkdown(body)).automatic.text).toBe(expected);
  },
);
