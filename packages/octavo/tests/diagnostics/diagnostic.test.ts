import { describe, expect, test } from 'vitest';
import {
  ContentError,
  formatDiagnostic,
  sortDiagnostics,
  type Diagnostic,
} from '../../src/diagnostics/diagnostic.ts';
import { SettingsError } from '../../src/diagnostics/settings-error.ts';

const diagnostic = (given: Partial<Diagnostic> = {}): Diagnostic => ({
  file: 'src/content/posts/x.md',
  line: 3,
  column: 1,
  severity: 'error',
  message: 'date: 2024-02-30 does not exist; February 2024 has 29 days',
  ...given,
});

describe('a diagnostic', () => {
  test('is formatted as file, line, column and message', () => {
    expect(formatDiagnostic(diagnostic())).toBe(
      'src/content/posts/x.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days',
    );
  });

  test('that is a warning is marked as one', () => {
    expect(formatDiagnostic(diagnostic({ severity: 'warning', message: 'HTML: no' }))).toBe(
      'src/content/posts/x.md:3:1  warning: HTML: no',
    );
  });
});

describe('diagnostics', () => {
  test.each([
    [
      'by file',
      [
        { file: 'a.md', line: 9 },
        { file: 'b.md', line: 1 },
      ],
    ],
    [
      'by file as code points, the same on every machine',
      [{ file: 'Z.md' }, { file: 'a.md' }, { file: 'ä.md' }],
    ],
    ['by line, as numbers', [{ line: 2 }, { line: 9 }, { line: 10 }]],
    ['by column, as numbers', [{ column: 2 }, { column: 10 }]],
    ['by message', [{ message: 'a' }, { message: 'b' }]],
  ])('are sorted %s', (_, given) => {
    const sorted = given.map(diagnostic);
    expect(sortDiagnostics(sorted)).toEqual(sorted);
    expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
  });

  test('have no duplicates', () => {
    expect(sortDiagnostics([diagnostic(), diagnostic()])).toEqual([diagnostic()]);
  });

  test('that differ in any part are all kept', () => {
    const different = [diagnostic(), diagnostic({ severity: 'warning' }), diagnostic({ line: 4 })];
    expect(sortDiagnostics(different)).toHaveLength(3);
  });

  test('are sorted into a new array', () => {
    const given = [diagnostic({ line: 2 }), diagnostic({ line: 1 })];
    sortDiagnostics(given);
    expect(given.map(({ line }) => line)).toEqual([2, 1]);
  });
});

describe('a ContentError', () => {
  const error = new ContentError([
    diagnostic({ line: 5, message: 'b' }),
    diagnostic({ line: 2, message: 'a', severity: 'warning' }),
    diagnostic({ line: 5, message: 'b' }),
  ]);

  test('has a line for each, sorted, warnings too', () => {
    expect(error.message).toBe(
      'src/content/posts/x.md:2:1  warning: a\nsrc/content/posts/x.md:5:1  b',
    );
  });

  test('has a name and its diagnostics', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ContentError');
    expect(error.diagnostics.map(({ line }) => line)).toEqual([2, 5]);
  });
});

test('a SettingsError has a name, and no stack for Astro to print', () => {
  expect(new SettingsError('url: missing')).toMatchObject({
    name: 'SettingsError',
    message: 'url: missing',
    stack: '',
  });
});
