import { describe, expect, test } from 'vitest';
import { checkText } from './helpers.ts';

describe('a footnote', () => {
  const own = (name: string) =>
    `warning: footnote: only footnotes refer to [^${name}]; refer to it in the text`;
  const missing = (name: string) =>
    `footnote: [^${name}] is not defined; add a line [^${name}]: …, or escape it: \\[^${name}]`;
  test.each<[string, string, string[]]>([
    ['that is not defined is reported', 'One[^1].', [`1:4 ${missing('1')}`]],
    [
      'that is not defined is reported in a table',
      '| a |\n| - |\n| b[^x] |',
      [`3:4 ${missing('x')}`],
    ],
    [
      'that is not defined is reported on a later line',
      '日本語\nとテキスト[^1]。',
      [`2:6 ${missing('1')}`],
    ],
    ['that is escaped or code is none', '\\[^1] and `[^a]`\n\n```\n[^b]\n```', []],
    ['that is defined and referred to is fine', 'One[^1] two[^1].\n\n[^1]: Note.', []],
    ['that is referred to by another is fine', 'One[^1].\n\n[^1]: Note[^2].\n\n[^2]: More.', []],
    [
      'that is unused is reported',
      'A\n\n[^1]: Note.',
      ['3:1 warning: footnote: [^1] is never referenced; refer to it or remove it'],
    ],
    [
      'that only it refers to is reported',
      'A\n\n[^1]: [Advanced](https://a.example/) [^1]',
      [`3:1 ${own('1')}`],
    ],
    [
      'in a circle that the text does not refer to is reported once',
      'A\n\n[^1]: B[^2].\n\n[^2]: C[^1].',
      [`3:1 ${own('1')}`],
    ],
    [
      'that only it refers to is reported in a list and in a quotation',
      'A\n\n- [^1]: B [^1]\n\n> [^2]: [^2]',
      [`3:3 ${own('1')}`, `5:3 ${own('2')}`],
    ],
    [
      'that only it refers to is reported where it goes on, and before a colon',
      'A\n\n[^1]: B\n    [^1] c.\n\n[^2]: See [^2]: D',
      [`3:1 ${own('1')}`, `6:1 ${own('2')}`],
    ],
    ['in a circle that the text refers to is fine', 'A[^1]\n\n[^1]: B[^2].\n\n[^2]: C[^1].', []],
    [
      'that is defined twice is reported',
      'A[^1]\n\n[^1]: One.\n\n[^1]: Two.',
      ['5:1 warning: footnote: [^1] is defined twice; the first is used'],
    ],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});
