import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Set by the option `--verbose`; a variable reaches Astro's module graph and workers too. */
export const VERBOSE = 'OCTAVO_VERBOSE';

/** Returns an error that was thrown while a file was processed, as a diagnostic of the file. */
export function unexpectedError(file: string, error: unknown): Diagnostic {
  const message = `unexpected error: ${described(error)}`;
  return { file, line: 1, column: 1, severity: 'error', message };
}

/** Returns the stack of an error with `--verbose`, else the first line of its message. */
export function described(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (process.env[VERBOSE]) return stack;
  return `${message.split('\n', 1)[0]}; pass --verbose to check or build for the stack`;
}
