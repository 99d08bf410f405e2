/** Prints what kept a command from its work, and ends in status 1: where it was called wrongly, no more than that. */
export function reportMisuse(error: unknown): void {
  const { name, message, stack } = error as Error;
  console.error(name === 'UsageError' || name === 'SettingsError' ? message : stack);
  process.exitCode = 1;
}
