import { describe, expect, test } from 'vitest';
import { post } from '../../../../../tests/posts.ts';
import { publishedSource } from '../../../src/twins/published-source.ts';
import { withoutControlCharacters } from '../../../src/words/control-characters.ts';
import { checkFiles } from '../../checks/helpers.ts';
import { found, readFiles, render } from '../../helpers.ts';

describe('a text without control characters', () => {
  test.each([
    ['colors of a terminal', '\u001B[1;31mred\u001B[0m', 'red'],
    ['a link of a terminal', '\u001B]8;;https://a.b/\u0007a\u001B]8;;\u0007', 'a'],
    ['a bell', 'a\u0007b', 'ab'],
    ['zero', 'a\u0000b', 'ab'],
    ['a vertical tab and a form feed', 'a\u000B\fb', 'ab'],
    ['delete', 'a\u007Fb', 'ab'],
    ['quotation marks of Windows-1252', '\u0093a\u0094', 'a'],
    ['a lone surrogate', 'a\uD800b', 'ab'],
    ['noncharacters', 'a\uFFFE\uFFFFb', 'ab'],
  ])('has no %s', (_, text, expected) => {
    expect(withoutControlCharacters(text)).toBe(expected);
  });

  test.each(['a\tb\nc', '👩‍👩‍👧 é e\u0301', '\u200F\u202B\u00AD\uFEFF\uFFFD', '\u2028\u00A0'])(
    'keeps %j',
    (text) => {
      expect(withoutControlCharacters(text)).toBe(text);
    },
  );
});

const PASTED = 'Pasted: \u001B[31mred\u001B[0m text\u0007.';
const REMOVED =
  'warning: text: control characters (U+001B, U+0007) are removed; delete them, or put output of a terminal into an ansi fence';

describe('control characters in a body', () => {
  test.each(['md', 'mdx'] as const)('are removed with one warning, in %s', async (format) => {
    const { html, diagnostics } = await render(`${PASTED}\n\n${PASTED}`, { format });
    expect(found(diagnostics)).toEqual([`1:9 ${REMOVED}`]);
    if (format === 'md') expect(html).toBe('<p>Pasted: red text.</p>\n<p>Pasted: red text.</p>\n');
  });

  test('of an included file are reported there', async () => {
    const files = { 'part.md': `One.\n\n${PASTED}` };
    const { html, diagnostics } = await render('::include{file="./part.md"}', { files });
    expect(html).toContain('Pasted: red text.');
    expect(diagnostics).toMatchObject([{ file: 'src/content/posts/part.md', line: 3, column: 9 }]);
  });

  test('are not in the Markdown for machines', async () => {
    const body = `${PASTED}\n\n\`\`\`ansi\n\u001B[32mgreen\u001B[0m\n\`\`\``;
    const source = { path: 'a.md', format: 'md' as const, body };
    const site = { text: () => undefined, address: (address: string) => address };
    expect(await publishedSource(source, site)).toBe('Pasted: red text.\n\n```ansi\ngreen\n```\n');
  });
});

describe('an ansi fence', () => {
  const html = async (line: string, fence = '```ansi') =>
    (await render(`${fence}\n${line}\n\`\`\``)).html;

  test.each([
    ['\u001B[31mred\u001B[0m x', '<span class="d">red</span> x'],
    ['\u001B[1;92mgreen\u001B[0m', '<span class="i">green</span>'],
    ['\u001B[90mgray\u001B[0m', '<span class="c">gray</span>'],
    ['\u001B[97mwhite\u001B[0m', 'white'],
    ['\u001B[38;2;1;2;3mtrue color\u001B[0m', 'true color'],
    ['\u001B[38;5;208mindexed\u001B[0m', 'indexed'],
    ['\u001B[7;34mreversed\u001B[0m', 'reversed'],
    ['\u001B[2Kcleared\u0007', 'cleared'],
  ])('shows %j in its color', async (line, expected) => {
    expect(await html(line)).toContain(`<code>${expected}\n</code>`);
  });

  test('has no warning, and other fences have no colors', async () => {
    const red = '\u001B[31mred\u001B[0m';
    expect((await render(`\`\`\`ansi\n${red}\n\`\`\``)).diagnostics).toEqual([]);
    expect(await html(red, '```text')).toContain('<code>red\n</code>');
  });

  test('of a quoted file in another language has no colors', async () => {
    const files = { 'log.txt': '\u001B[31mred\u001B[0m' };
    const rendered = await render('```txt file="./log.txt"\n```', { files });
    expect(rendered.html).toContain('<code>red\n</code>');
  });
});

describe('control characters in front matter', () => {
  const file = '---\ntitle: "A \\e[1mB\\x07"\ndate: 2024-01-01\ntags: ["x\\0y", "\\uD800z"]\n---\n';

  test('are removed from values', () => {
    const [read] = readFiles({ 'posts/a.md': file }).posts;
    expect(read?.data).toMatchObject({ title: 'A B', tags: ['xy', 'z'] });
  });

  test('are reported at each value', async () => {
    const removed = (names: string) =>
      `warning: front matter: control characters (${names}) are removed; delete them`;
    expect(await checkFiles({ 'posts/a.md': file })).toEqual([
      `posts/a.md:2:8 ${removed('U+001B, U+0007')}`,
      `posts/a.md:4:8 ${removed('U+0000')}`,
      `posts/a.md:4:16 ${removed('U+D800')}`,
    ]);
    const raw = post({}).replace('A post', 'A\u0007 post');
    expect(await checkFiles({ 'posts/a.md': raw })).toEqual([
      `posts/a.md:2:8 ${removed('U+0007')}`,
    ]);
  });
});
