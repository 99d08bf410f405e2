import { z } from 'zod';

/** An account in the Fediverse, `@name@server`; the first @ is optional in the input. */
export const fediverseAccount = z
  .string()
  .trim()
  .regex(/^@?[\w.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, {
    error: 'must be an account, like @name@mastodon.example',
  })
  .transform((account) => `@${account.replace(/^@/, '')}`);
