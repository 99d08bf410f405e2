import { describe, expect, test } from 'vitest';
import { protectProse } from '../../../src/markdown/text/escape-prose.ts';
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
    'key:value **bold:text**',
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

describe('a formula opens before a non-space and closes after one, not before a digit', () => {
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
  ])('%s → %s', (typed, expected) => {
    expect(protect(typed)).toBe(expected);
  });
});

test('a mistake behind such signs is told where it was typed', async () => {
  const { diagnostics } = await render('At 10:30, $5 and $6, see [x](./nowhere.md).');
  expect(diagnostics).toMatchObject([{ line: 1, column: 26 }]);
});

test('a directive that is not known is a mistake', async () => {
  const { diagnostics } = await render('Text.\n\n:::nothing\nText.\n:::\n\n::nobody[x]');
  expect(diagnostics.map(({ line, message }) => [line, message])).toEqual([
    [3, ':::nothing: unknown directive'],
    [7, '::nobody: unknown directive'],
  ]);
});
