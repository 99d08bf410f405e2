import { z } from 'zod';

/** An account in the Fediverse as it is written there, `@name@server`; the first @ may be left out. */
export const fediverseAccount = z
  .string()
  .trim()
  .regex(/^@?[\w.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, {
    error: 'must be an account, like @name@mastodon.example',
  })
  .transform((account) => `@${account.replace(/^@/, '')}`);
