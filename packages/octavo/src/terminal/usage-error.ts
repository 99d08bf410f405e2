/** A command that was called the wrong way, or in the wrong place: one line for each error. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Astro prints the stack of an error that has one. */
  override readonly stack = '';
}
