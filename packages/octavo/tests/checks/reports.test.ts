import { describe, expect, test } from 'vitest';
import { jsonReport, githubReport, textReport } from '../../src/checks/reports.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const error: Diagnostic = {
  ...{ file: 'b.md', line: 3, column: 1, severity: 'error', message: 'wrong' },
};
const warning: Diagnostic = {
  ...{ file: 'a.md', line: 1, column: 2, severity: 'warning', message: 'odd', rule: 'todo' },
};
const place = { line: 1, column: 1 };
const done = {
  ...error,
  fix: { file: 'b.md', start: place, end: place, text: '', done: 'a is now b' },
};

const later = {
  ...{ file: 'c.md', title: 'C', date: '2027-01-06 10:30', moment: '2027-01-06T09:30:00.000Z' },
};
const none = { files: 1, diagnostics: [], fixed: [], scheduled: [] };

describe('a report', () => {
  test('as text has fixes, errors, warnings and a summary', () => {
    expect(
      textReport({ ...none, files: 2, diagnostics: [warning, error], fixed: [done] }).join('\n'),
    ).toBe(
      'b.md:3:1  fixed: a is now b\n\nb.md:3:1  wrong\n\na.md:1:2  warning: odd\n\n1 error, 1 warning',
    );
  });

  test('as text is one line without errors and warnings', () => {
    expect(textReport(none)).toEqual(['Checked 1 file: no errors, no warnings.']);
  });

  test('as text ends with scheduled posts', () => {
    expect(textReport({ ...none, scheduled: [later] })).toEqual([
      'Checked 1 file: no errors, no warnings.',
      '',
      'c.md  scheduled for 2027-01-06 10:30',
    ]);
  });

  test('as JSON has all of it', () => {
    const report = jsonReport({
      files: 2,
      diagnostics: [warning, done],
      fixed: [done],
      scheduled: [later],
    });
    const entry = {
      ...place,
      file: 'b.md',
      line: 3,
      severity: 'error',
      check: null,
      message: 'wrong',
    };
    expect(JSON.parse(report)).toEqual({
      version: 1,
      files: 2,
      errors: 1,
      warnings: 1,
      fixed: [{ ...entry, done: 'a is now b' }],
      diagnostics: [
        {
          file: 'a.md',
          line: 1,
          column: 2,
          severity: 'warning',
          check: 'todo',
          message: 'odd',
          fixable: false,
        },
        { ...entry, fixable: true },
      ],
      scheduled: [later],
    });
  });

  test('for GitHub escapes the syntax of workflow commands', () => {
    const odd = { ...error, file: 'a,b:c%.md', message: '100 %: a,b\r\nc' };
    expect(githubReport({ ...none, diagnostics: [odd, warning] })).toEqual([
      '::error file=a%2Cb%3Ac%25.md,line=3,col=1::100 %25: a,b%0D%0Ac',
      '::warning file=a.md,line=1,col=2::odd',
    ]);
  });
});
