import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Prints why a command failed, and sets the exit status of the process. */
export function reportFailure(error: unknown): void {
  console.error(failureMessage(error));
  process.exitCode = 1;
}

/**
 * Returns the message for an error, without a stack trace for an error of the author. Matches errors
 * by name, since the content loader runs in another module graph.
 */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack } = error;
  if (name === 'UsageError' || name === 'SettingsError') return message;
  if (name === 'ContentError') {
    const { diagnostics } = error as Error & { diagnostics: readonly Diagnostic[] };
    return `${message}\n\n${counts(diagnostics)}`;
  }
  return stack ?? message;
}

function counts(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
