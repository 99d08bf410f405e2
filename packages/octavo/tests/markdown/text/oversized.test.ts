import { describe, expect, test } from 'vitest';
import { MOST_LEVELS, oversizedIn } from '../../../src/markdown/text/oversized.ts';
import { checkFiles, checkText } from '../../checks/helpers.ts';

const table = (columns: number, rows: number) =>
  ['|a'.repeat(columns), '|-'.repeat(columns), ...Array<string>(rows).fill('|b')].join('\n');

describe('what Sätteri cannot parse', () => {
  test.each([
    ['quotation marks', `"' `.repeat(50_000), 'paragraph', 1],
    ['apostrophes', `it's `.repeat(30_000), 'paragraph', 1],
    ['dashes and ellipses', 'a -- b... '.repeat(20_000), 'paragraph', 1],
    ['character references', '&amp;'.repeat(100_000), 'paragraph', 1],
    ['numeric character references', '&#x26;'.repeat(50_000), 'paragraph', 1],
    ['colons', ':smile:'.repeat(30_000), 'paragraph', 1],
    ['autolinks', '<https://a.b> '.repeat(20_000), 'paragraph', 1],
    ['marks in a later paragraph', `A.\n\n- b\n- ${`"c" `.repeat(20_000)}`, 'paragraph', 4],
    ['marks in a heading', `A.\n\n## ${`"c" `.repeat(20_000)}`, 'paragraph', 3],
    ['marks in many lines', `"c"\n`.repeat(20_000), 'paragraph', 1],
    ['empty cells', `A.\n\n${table(3000, 3000)}`, 'table', 4],
    ['quotations', `A.\n${'> '.repeat(10_000)}a`, 'nesting', 2],
    ['quotations without spaces', `${'>'.repeat(10_000)}a`, 'nesting', 1],
    ['lists', `${'- '.repeat(10_000)}a`, 'nesting', 1],
    ['lists in quotations', `${'> 1. '.repeat(10_000)}a`, 'nesting', 1],
  ])('is reported: %s', (_, body, subject, line) => {
    expect(oversizedIn(body, 'md')).toMatchObject({
      message: expect.stringMatching(`^${subject}:`) as string,
      position: { line },
    });
  });

  test.each<[what: string, body: string, format?: 'mdx']>([
    ['code', `\`\`\`js\n${`let a = "b"; // it's &amp;\n`.repeat(20_000)}\`\`\``],
    ['indented code', `    "a" -- "b"\n`.repeat(20_000)],
    ['many paragraphs', `"A" -- 'b': it's &amp; c.\n\n`.repeat(10_000)],
    ['a list', `- "A" -- 'b'\n`.repeat(10_000)],
    ['a table', `|a|b|\n|-|-|\n${`|"c"|it's d|\n`.repeat(10_000)}`],
    ['a wide table', table(100, 100)],
    ['HTML', `<svg>${'<g fill="red" stroke="blue"></g>'.repeat(10_000)}</svg>`],
    ['a long word', `A "quoted" ![picture](data:image/png;base64,${'abcd'.repeat(250_000)})`],
    ['thematic breaks', `${'-'.repeat(5000)}\n\n${'* '.repeat(5000)}\n\n${'='.repeat(5000)}`],
    ['minus signs', `${'-'.repeat(5000)} a`],
    ['data in MDX', `export const data = [${`"it's",`.repeat(20_000)}];`, 'mdx'],
  ])('is not %s', (_, body, format) => {
    expect(oversizedIn(body, format ?? 'md')).toBeUndefined();
  });
});

describe('text that is too large', () => {
  const message = 'table: more than 1000000 cells; split it';
  test('is an error', async () => {
    expect(await checkText(`A.\n\n${table(3000, 3000)}`)).toEqual([`4:1 ${message}`]);
  });

  test('is reported in the file that is included', async () => {
    const found = await checkFiles({
      'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n\n::include{file="../parts/b.md"}\n',
      'parts/b.md': `A.\n\n${table(3000, 3000)}\n`,
    });
    expect(found).toEqual([`parts/b.md:4:1 ${message}`]);
  });

  test.each([
    ['HTML', '<b>'.repeat(2000)],
    ['struck out text', `${'~~a '.repeat(5000)}${'a~~'.repeat(5000)}`],
    ['blocks of HTML', `${'<div>\n\n'.repeat(600)}`],
  ])('is %s that is nested too deep', async (_, body) => {
    const found = await checkText(body);
    expect(found).toEqual([
      `1:1 nesting: more than ${MOST_LEVELS} levels, and browsers show no more; remove some`,
    ]);
  });
});
