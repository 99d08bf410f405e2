import { z } from 'zod';

// The types of values that settings and front matter share.

export const text = z.string().trim().min(1, { abort: true });

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be a URL, like https://example.com/',
});

/** An account in the Fediverse, `@name@server`; the first @ is optional in the input. */
export const fediverseAccount = z
  .string()
  .trim()
  .regex(/^@?[\w.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, {
    error: 'must be an account, like @name@mastodon.example',
  })
  .transform((account) => `@${account.replace(/^@/, '')}`);
