/** Errors in the use of a command; the message has a line for each. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Astro prints the stack of an error that has one. */
  override readonly stack = '';
}
