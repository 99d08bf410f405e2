import type { CheckId } from './check-ids.ts';

/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Something that is wrong with the content, and where. */
export interface Diagnostic {
  /** The file, relative to the project's folder, with `/` between its parts. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** An error keeps the site from being published; a warning does not. */
  severity: 'error' | 'warning';
  /** What is wrong and how to mend it, on one line. */
  message: string;
  /** The check that found it, where it can be switched off. */
  rule?: CheckId | undefined;
  /** What certainly mends it. */
  fix?: Fix | undefined;
}

/** A change of a file: what stands between two places becomes another text. */
export interface Fix {
  file: string;
  start: Position;
  end: Position;
  text: string;
  /** What was done, for people: `tgas is now tags`. */
  done: string;
}

/** Returns the one line that an author sees: `posts/x.md:3:1  date: …`; a warning says so. */
export function formatDiagnostic({ file, line, column, severity, message }: Diagnostic): string {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${file}:${line}:${column}  ${mark}${message}`;
}

/** Returns the diagnostics in the order of files, lines and columns, each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map(diagnostics.map((found) => [formatDiagnostic(found), found]));
  return [...byLine.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.message, b.message),
  );
}

/** Content with errors in it: the message has a line for each diagnostic, warnings included. */
export class ContentError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = sortDiagnostics(diagnostics);
    super(sorted.map(formatDiagnostic).join('\n'));
    this.name = 'ContentError';
    this.diagnostics = sorted;
  }
}

/** Compares by code points, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
