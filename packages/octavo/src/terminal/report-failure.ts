import { described } from './unexpected-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Prints why a command failed, and sets the exit status of the process. */
export function reportFailure(error: unknown): void {
  console.error(failureMessage(error));
  process.exitCode = 1;
}

/** Returns the message for an error, without a stack trace for an error of the author. */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  if (!isAuthorsError(error)) return errorMessage(error);
  return 'diagnostics' in error
    ? `${message}\n\n${counts(error.diagnostics as Diagnostic[])}`
    : message;
}

/** Returns the message of an error of the system in one line, that of another one with its stack. */
function errorMessage(error: NodeJS.ErrnoException): string {
  const { errno, path, message, stack = message } = error;
  if (errno === undefined || path === undefined) return stack;
  return `${path}: ${described(error)}`;
}

/**
 * True for an error whose message tells an author what to do. Matches by name, since the content
 * loader runs in another module graph.
 */
export function isAuthorsError({ name }: Error): boolean {
  return ['UsageError', 'SettingsError', 'ContentError'].includes(name);
}

function counts(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
