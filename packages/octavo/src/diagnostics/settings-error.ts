/** Errors in `src/site.config.ts`: one line for each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  /** Astro prints the stack of an error that has one. */
  override readonly stack = '';
}
