import { describe, expect, test } from 'vitest';
import { ContentError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { failureMessage } from '../../src/terminal/report-failure.ts';
import { UsageError } from '../../src/terminal/usage-error.ts';
import { SettingsError } from '../../src/diagnostics/settings-error.ts';

const diagnostic = (line: number, severity: Diagnostic['severity']) =>
  ({ file: 'a.md', line, column: 1, severity, message: 'x' }) as Diagnostic;

describe('the message for a failure', () => {
  test.each<[string, unknown, string]>([
    ['a UsageError', new UsageError('unexpected argument: x'), 'unexpected argument: x'],
    ['a SettingsError', new SettingsError('url: missing'), 'url: missing'],
    [
      'a ContentError',
      new ContentError([
        diagnostic(1, 'error'),
        diagnostic(2, 'warning'),
        diagnostic(3, 'warning'),
      ]),
      'a.md:1:1  x\na.md:2:1  warning: x\na.md:3:1  warning: x\n\n1 error, 2 warnings',
    ],
    ['what is no error', 'text', 'text'],
  ])('of %s has no stack trace', (_, error, message) => {
    expect(failureMessage(error)).toEqual(message);
  });

  test('of a bug is its stack trace', () => {
    const error = new TypeError('x is undefined');
    expect(failureMessage(error)).toBe(error.stack);
  });
});
