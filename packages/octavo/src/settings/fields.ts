import { z } from 'zod';
import { isLanguage } from '../words/language.ts';

// The types of values that settings and front matter share.

export const text = z.string().trim().min(1, { abort: true });

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be a URL, like https://example.com/',
});

/** The same as feeds need it: `https://bücher.example/a b` is `https://xn--bcher-kva.example/a%20b`. */
export const encodedUrl = httpUrl.transform((url) => new URL(url).href);

/** Returns a check of values in which a function finds an error, for `superRefine`. */
export const noError =
  (errorOf: (value: string) => string | undefined) => (value: string, context: z.RefinementCtx) => {
    const message = errorOf(value);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  };

/** A BCP 47 tag. */
export const language = z
  .string()
  .refine(isLanguage, { error: 'must be a language tag, like en or pt-BR' });

/** An account in the Fediverse, `@name@server`; the first @ is optional in the input. */
export const fediverseAccount = z
  .string()
  .trim()
  .regex(/^@?[\w.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, {
    error: 'must be an account, like @name@mastodon.example',
  })
  .transform((account) => `@${account.replace(/^@/, '')}`);
