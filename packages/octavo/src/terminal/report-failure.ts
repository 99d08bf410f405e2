import { ContentError, count, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstLine, withStacks } from '../diagnostics/unexpected-error.ts';

/** Prints why a command failed, and sets the exit status of the process. */
export function reportFailure(error: unknown, verbose = false): void {
  console.error(failureMessage(error, verbose));
  process.exitCode = 1;
}

/**
 * Returns the message for an error, without a stack trace for an error of the author; `verbose` adds
 * the stacks of others.
 */
export function failureMessage(error: unknown, verbose = false): string {
  if (!(error instanceof Error)) return String(error);
  if (!isAuthorsError(error)) return errorMessage(error, verbose);
  if (!('diagnostics' in error)) return error.message;
  const diagnostics = error.diagnostics as Diagnostic[];
  const { message } = verbose ? new ContentError(withStacks(diagnostics)) : error;
  return `${message}\n\n${counts(diagnostics)}`;
}

/** Returns the message of an error of the system in one line, that of another one with its stack. */
function errorMessage(error: NodeJS.ErrnoException, verbose: boolean): string {
  const { errno, path, message, stack = message } = error;
  if (verbose || errno === undefined || path === undefined) return stack;
  return `${path}: ${firstLine(error)}`;
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
