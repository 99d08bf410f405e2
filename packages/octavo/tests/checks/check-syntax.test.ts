import { describe, expect, test } from 'vitest';
import { checkText } from './helpers.ts';

type Case = [what: string, body: string, found: string[]];

describe('a heading without text', () => {
  const message = 'warning: heading: no text; write it or remove the heading';
  test.each<Case>([
    ['is reported', '##\n\n## A', [`1:1 ${message}`]],
    ['is reported with closing characters', '> ## ##', [`1:3 ${message}`]],
    ['is reported with an id', '## {#own}', [`1:1 ${message}`]],
    ['is reported with an empty element', '## <b></b><!-- c -->', [`1:1 ${message}`]],
    ['is none with a picture', '## ![A](https://a.example/b.png)', []],
    ['is none with a picture in HTML', '## <img src="https://a.example/b.png" alt="A">', []],
    ['is none with code, a formula or an emoji', '## `a`\n\n## $x$\n\n## 🎉\n\n## *a*', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });

  test('is reported in JSX', async () => {
    expect(await checkText('## <b></b>', { format: 'mdx' })).toEqual([`1:1 ${message}`]);
  });
});

describe('a row of a table', () => {
  const long = (cells: number, columns: number) =>
    `warning: table: the row has ${cells} cells, the head ${columns}, and the others are not shown; write | in a cell as \\|`;
  test.each<Case>([
    ['is reported with more cells', '| a |\n| - |\n| 1 | 2 |', [`3:5 ${long(2, 1)}`]],
    [
      'is reported with a bar in code',
      '| a | b |\n|---|---|\n| `a || b` | c |',
      [`3:7 ${long(4, 2)}`],
    ],
    ['is reported without outer bars', 'a | b\n--|--\n1 | 2 | 3', [`3:7 ${long(3, 2)}`]],
    ['is reported in a quotation', '> | a |\n> | - |\n> | 1 | 2 |', [`3:7 ${long(2, 1)}`]],
    ['may have fewer cells', '| a | b |\n|---|---|\n| 1 |', []],
    ['may have bars that are escaped', '| a |\n| - |\n| `b \\| c` \\| d |', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});

describe('syntax of another engine', () => {
  const formula = (opening: string, dollars: string) =>
    `warning: math: ${opening} begins no formula; write ${dollars}`;
  const callout = (mark: string) =>
    `warning: callout: ${mark} is text; write :::note, the text and :::`;
  const [inline, block] = [formula('\\(', '$…$'), formula('\\[', '$$…$$')];
  test.each<Case>([
    ['is reported: a letter', 'A \\(x\\) and \\[ y \\].', [`1:3 ${inline}`, `1:13 ${block}`]],
    ['is reported: a formula', '\\(a_1 = \\sqrt{2}\\)', [`1:1 ${inline}`]],
    ['is reported: a formula in a block', 'A\n\n\\[\nE = mc^2\n\\]', [`3:1 ${block}`]],
    [
      'is reported: a formula of several lines',
      '\\[\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n\\]',
      [`1:1 ${block}`],
    ],
    ['is reported: an admonition', '!!! note "A"\n    b', [`1:1 ${callout('!!! note')}`]],
    ['is reported: a folded admonition', '> ???+ tip', [`1:3 ${callout('???+ tip')}`]],
    [
      'is none where brackets are escaped',
      '\\[WIP\\] a\\[i\\] \\(see b\\) \\[ \\] \\(snake_case\\) f\\(x\\)',
      [],
    ],
    ['is none where one bracket is', '\\[^1] \\[a = b] \\(c = d)', []],
    ['is none in code and in a sentence', '`\\(x\\)` What!!! note that.\n\n```\n!!! note\n```', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});
