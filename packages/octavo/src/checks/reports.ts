import { formatDiagnostic, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import type { ScheduledPost } from './scheduled.ts';

/** What a check of all content came to. */
export interface Report {
  files: number;
  /** Sorted. */
  diagnostics: readonly Diagnostic[];
  mended: readonly (Diagnostic & { fix: Fix })[];
  /** The next first. */
  scheduled: readonly ScheduledPost[];
}

/**
 * Returns lines for people: what was mended, errors, warnings apart, and how many, or one line; then
 * what is scheduled.
 */
export function linesForPeople({ files, diagnostics, mended, scheduled }: Report): string[] {
  const [errors, warnings] = bySeverity(diagnostics);
  const done = mended.map(
    ({ file, line, column, fix }) => `${file}:${line}:${column}  mended: ${fix.done}`,
  );
  const summary =
    diagnostics.length === 0
      ? `Checked ${count(files, 'file')}: nothing is wrong.`
      : `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
  const waiting = scheduled.map(({ file, date }) => `${file}  scheduled for ${date}`);
  const told = [errors, warnings].map((found) => found.map(formatDiagnostic));
  const parts = [done, ...told, [summary], waiting];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => [...(index > 0 ? [''] : []), ...part]);
}

/** Returns the report as JSON; docs/checks.md describes it. */
export function jsonReport({ files, diagnostics, mended, scheduled }: Report): string {
  const [errors, warnings] = bySeverity(diagnostics);
  const entry = ({ file, line, column, severity, rule, message }: Diagnostic) => ({
    ...{ file, line, column, severity, check: rule ?? null, message },
  });
  return JSON.stringify(
    {
      version: 1,
      files,
      errors: errors.length,
      warnings: warnings.length,
      mended: mended.map((one) => ({ ...entry(one), done: one.fix.done })),
      diagnostics: diagnostics.map((one) => ({ ...entry(one), fixable: one.fix !== undefined })),
      scheduled,
    },
    null,
    2,
  );
}

/**
 * Returns a workflow command of GitHub Actions for each diagnostic, escaped as its toolkit does
 * (actions/toolkit, packages/core/src/command.ts).
 */
export function linesForGitHub({ diagnostics }: Report): string[] {
  return diagnostics.map(({ severity, file, line, column, message }) => {
    const properties = Object.entries({ file, line, col: column })
      .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
      .join(',');
    return `::${severity} ${properties}::${escapedData(message)}`;
  });
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function bySeverity(diagnostics: readonly Diagnostic[]): [Diagnostic[], Diagnostic[]] {
  const of = (wanted: Diagnostic['severity']) =>
    diagnostics.filter(({ severity }) => severity === wanted);
  return [of('error'), of('warning')];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
