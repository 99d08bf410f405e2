import { z } from 'zod';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { alsoAtMistake } from '../addresses/feed-formats.ts';
import { CHECK_IDS, type CheckId } from '../diagnostics/check-ids.ts';
import { explainIssue, type Explanation } from '../diagnostics/zod-messages.ts';
import { fediverseAccount } from './fediverse.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { stringsSchema } from '../strings/schema.ts';
import { permalinkMistake } from '../addresses/permalink.ts';

const text = z.string().trim().min(1);
const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address, like https://example.com/',
});
/** Where a site is, with its base path if it has one. */
const siteAddress = address
  .refine((value) => !/[?#]/.test(value), { error: 'must be an address without ? and #' })
  .transform((value) => new URL(value.endsWith('/') ? value : `${value}/`).href);
const link = z.string().refine((value) => value.startsWith('/') || URL.canParse(value), {
  error: 'must be a path of this site, like /about/, or an address, like https://example.com/',
});

const alsoAt = z
  .array(
    z.string().superRefine((value, context) => {
      const message = alsoAtMistake(value);
      if (message) context.addIssue({ code: 'custom', message });
    }),
  )
  .default([]);

const feeds = z.strictObject({
  /** What feeds carry of each post: the `full` text, or its `summary`. @default 'full' */
  content: z.enum(['full', 'summary'], { error: 'must be full or summary' }).default('full'),
  /** The newest posts that a feed carries; older ones are in its archive. @default 50 */
  items: z.int({ error: 'must be a whole number, like 50' }).min(1).default(50),
  /**
   * Where feeds are too, for those who subscribed to an earlier blog: lists of paths, by format.
   * `{ rss: ['/index.xml', '/tags/:tag/index.xml'] }`: the second is of each tag.
   */
  alsoAt: z
    .strictObject({
      /** Paths of feeds in RSS, like `/index.xml`. */
      rss: alsoAt,
      /** Paths of feeds in Atom. */
      atom: alsoAt,
      /** Paths of feeds in JSON Feed. */
      json: alsoAt,
    })
    .prefault({}),
  /** Where the site was first, if it has moved: ids are made from it, so that no post is new again. */
  formerUrl: siteAddress.optional(),
});

/** The settings of a site; docs/settings.md has a table made of this schema and its comments. */
export const settingsSchema = z.strictObject({
  /** The name of the blog: in the header, in titles, in the feed. */
  title: text,
  /** One sentence about the blog, for search engines and the feed. */
  description: text,
  /** Where the site is served, with its base path if it has one: `https://example.com/blog/`. */
  url: siteAddress,
  /** The language of the blog, as BCP 47 names it: `en`, `de`, `pt-BR`. @default 'en' */
  language: z
    .string()
    .refine(isLanguage, { error: 'must be a language tag, like en or pt-BR' })
    .default('en'),
  /** The time zone of dates without an offset: `Europe/Berlin`. @default 'UTC' */
  timeZone: z
    .string()
    .refine(isTimeZone, {
      error: ({ input }) =>
        `must be a time zone, like Europe/Berlin${didYouMean(String(input), Intl.supportedValuesOf('timeZone'))}`,
    })
    .default('UTC'),
  /** Who writes where a post names nobody: the name of a file in `src/content/authors/`. */
  author: text,
  /** Posts on an index page. @default 10 */
  pageSize: z.int({ error: 'must be a whole number, like 10' }).min(1).default(10),
  /** The path of a post, of `:slug`, and `:year`, `:month`, `:day`, `:folder` if you like. @default '/posts/:slug/' */
  permalink: z
    .string()
    .superRefine((value, context) => {
      const message = permalinkMistake(value);
      if (message) context.addIssue({ code: 'custom', message });
    })
    .default('/posts/:slug/'),
  /** The links in the header, in order: paths of this site, or addresses. */
  nav: z
    .array(
      z.strictObject({
        /** What is shown. */
        label: text,
        /** Where it leads: `/about/`, or `https://example.com/`. */
        link,
      }),
    )
    .default([]),
  /** The search at `/search/`, and its index. @default true */
  search: z.boolean().default(true),
  /** A social card for each post and page without a cover; else the card of the site stands for all. @default true */
  cards: z.boolean().default(true),
  /** Links in the footer to where else you are, as rel="me". */
  social: z
    .array(
      z.strictObject({
        /** What is shown: `Mastodon`. */
        name: text,
        /** Where it leads: `https://example.social/@you`, or `mailto:you@example.com`. */
        link: z.url({
          error: 'must be an address, like https://example.com/ or mailto:me@example.com',
        }),
      }),
    )
    .default([]),
  /** The author's account in the Fediverse, `@name@server`: Mastodon shows it below links to posts. */
  fediverse: fediverseAccount.optional(),
  /** Markdown above the posts of the first index page. */
  intro: text.optional(),
  /** Shows "Edit this page" on posts and pages: the address to which a file's path is appended. */
  editUrl: address.optional(),
  /** A line of Markdown at the end of each page: a licence, an imprint. */
  footer: text.optional(),
  /** What subscribers get: RSS, Atom and JSON Feed. docs/feeds.md has more. */
  feeds: feeds.prefault({}),
  /** Checks of content that are switched off: `{ todo: false }`; docs/checks.md has their names. */
  checks: z.strictObject(switches()).default({}),
  /** Words of the interface in place of Octavo's: `{ archive: 'All posts' }`. docs/extending.md has more. */
  strings: stringsSchema.optional(),
});

/** Each check by its name, on or off. */
function switches(): Record<CheckId, z.ZodOptional<z.ZodBoolean>> {
  const entries = CHECK_IDS.map(
    (id) => [id, z.boolean().optional().describe(`The check ${id}.`)] as const,
  );
  return Object.fromEntries(entries) as Record<CheckId, z.ZodOptional<z.ZodBoolean>>;
}

/** What `src/site.config.ts` holds. */
export type SiteConfig = z.input<typeof settingsSchema>;

/** The settings as the engine reads them: checked, with every default in place. */
export interface Settings extends z.output<typeof settingsSchema> {
  /** `https://example.com`, without the base path. */
  origin: string;
  /** The path that the site lives under, with a slash at both ends: `/` or `/blog/`. */
  base: string;
  /** The direction of the language's script. */
  direction: 'ltr' | 'rtl';
}

/**
 * Returns the settings with every default in place.
 *
 * @throws {SettingsError} with a line for each option that is wrong, and what would be right.
 */
export function parseSettings(input: unknown): Settings {
  const { success, data, error } = settingsSchema.safeParse(input);
  if (!success) {
    const checked = { input, schema: settingsSchema };
    throw settingsError(error.issues.flatMap((issue) => explainIssue(issue, checked)));
  }
  const { origin, pathname } = new URL(data.url);
  return { ...data, origin, base: pathname, direction: scriptDirection(data.language) };
}

/** Returns an error with a line for each of several in `src/site.config.ts`. */
export function settingsError(
  errors: readonly Pick<Explanation, 'subject' | 'message'>[],
): SettingsError {
  const lines = errors.map(({ subject, message }) => `src/site.config.ts  ${subject}: ${message}`);
  return new SettingsError(lines.join('\n'));
}

/** The right-to-left scripts of living languages (Unicode, Script property; Bidi_Class R and AL). */
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

function isLanguage(value: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(value).length > 0;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

function scriptDirection(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language).maximize();
  return RTL_SCRIPTS.has(locale.script ?? '') ? 'rtl' : 'ltr';
}
