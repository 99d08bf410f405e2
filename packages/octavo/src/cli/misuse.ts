/** The exit status of a command that was ended by Ctrl+C, as shells have it: 128 and the signal. */
const INTERRUPTED = 130;

/**
 * Prints what kept a command from its work, and ends in status 1: where it was called wrongly, no
 * more than that. A command that was interrupted at a question prints nothing.
 */
export function reportMisuse(error: unknown): void {
  const { name, message, stack } = error as Error;
  if (name === 'AbortError') {
    process.exitCode = INTERRUPTED;
    return console.error();
  }
  console.error(name === 'UsageError' || name === 'SettingsError' ? message : stack);
  process.exitCode = 1;
}
