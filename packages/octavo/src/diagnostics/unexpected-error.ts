import type { Diagnostic } from './diagnostic.ts';

const SUBJECT = 'unexpected error';

/** Returns an error that was thrown while a file was processed, as a diagnostic of the file. */
export function unexpectedError(file: string, thrown: unknown): Diagnostic {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    ...{ file, line: 1, column: 1, severity: 'error', stack: error.stack },
    message: `${SUBJECT}: ${firstLine(error)}`,
  };
}

/** Returns the diagnostics with the stacks of unexpected errors in their messages. */
export function withStacks(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { stack, message } = diagnostic;
    return { ...diagnostic, message: stack === undefined ? message : `${SUBJECT}: ${stack}` };
  });
}

/** Returns the first line of the message of an error, and how to see its stack. */
export function firstLine({ message }: Error): string {
  return `${message.split('\n', 1)[0]}; pass --verbose to check or build for the stack`;
}
