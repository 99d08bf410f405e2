import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';

const OPTIONS = { page: { type: 'boolean' }, series: { type: 'string' } } as const;

describe('the words of a command', () => {
  test('are its options and the rest', () => {
    const { values, positionals } = readArguments(['A', '--page', 'title', '--series=x'], OPTIONS);
    expect({ ...values }).toEqual({ page: true, series: 'x' });
    expect(positionals).toEqual(['A', 'title']);
  });

  test.each([
    [['--pag'], '--pag is not an option that is known; did you mean --page?'],
    [['-x'], '-x is not an option that is known'],
    [
      ['--sereis', 'y', '--qqqqqqq'],
      '--sereis is not an option that is known; did you mean --series?\n--qqqqqqq is not an option that is known',
    ],
    [['--series'], "Option '--series <value>' argument missing"],
    [['--page=yes'], "Option '--page' does not take an argument"],
  ])('%j are refused', (args, message) => {
    expect(() => readArguments(args, OPTIONS)).toThrow(
      expect.objectContaining({ name: 'UsageError', message }) as Error,
    );
  });
});
