import type { Edit } from '../html/edits.ts';
import { CHECKS, type CheckId } from './check-ids.ts';

/** A position in a file; line and column are counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** An error or warning about a file. */
export interface Diagnostic {
  /** Relative to the blog's root folder, with `/` between its parts. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** An error ends a build; a warning does not. */
  severity: 'error' | 'warning';
  /** The subject, the problem and its fix, on one line. */
  message: string;
  /** The check that reports it; absent for an override without which no page can be made. */
  rule?: CheckId | undefined;
  /** The URL that it is about, as written; absent for what is about none. */
  target?: string | undefined;
  /** True for a problem of `check-baseline.json`. */
  known?: boolean | undefined;
  /** Present where there is only one possible fix. */
  fix?: Fix | undefined;
  /** The stack of an unexpected error. */
  stack?: string | undefined;
}

/** An edit of the file of a diagnostic. */
export interface Fix extends Edit {
  /** The edit as printed: `tgas is now tags`. */
  done: string;
}

/** Returns a diagnostic of a check, with its default severity. */
export function diagnosticOf(
  rule: CheckId,
  { file, line, column }: Position & { file: string },
  message: string,
): Diagnostic {
  return { file, line, column, severity: CHECKS[rule], message, rule };
}

/** Returns a diagnostic as it is printed: `posts/x.md:3:1  warning: date: …`. */
export function formatDiagnostic({ file, line, column, severity, message }: Diagnostic): string {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${line}:${column}  ${mark}${message}`;
}

/** Returns the diagnostics by file, line and column, without duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map(diagnostics.map((one) => [formatDiagnostic(one), one]));
  return [...byLine.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.message, b.message),
  );
}

/** Errors in content; the message has a line for each diagnostic, warnings included. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  /** Astro prints the stack of an error that has one. */
  override readonly stack = '';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = sortDiagnostics(diagnostics);
    super(sorted.map(formatDiagnostic).join('\n'));
    this.diagnostics = sorted;
  }
}

/** Returns `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Compares by code units, so that the order does not depend on the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
