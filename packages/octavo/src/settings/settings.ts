import { posix } from 'node:path';
import { z } from 'zod';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { isReserved } from '../addresses/engine-addresses.ts';
import { alsoAtError } from '../addresses/feed-formats.ts';
import { CHECK_IDS, type CheckId } from '../diagnostics/check-ids.ts';
import { validate, type SchemaError } from '../diagnostics/schema-errors.ts';
import { analytics, comments, newsletter } from './connected.ts';
import { encodedUrl, fediverseAccount, httpUrl, language, noError, text } from './fields.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { stringsSchema } from '../strings/schema.ts';
import { directionOf, isLanguage, isSameLanguage } from '../words/language.ts';
import { isOwn } from './head.ts';
import { hosts } from './policy-hosts.ts';
import { permalinkError, permalinkFolder } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';

/** The URL of a site, with its base path if it has one. */
const siteUrl = httpUrl
  .refine((value) => !/[?#\s]/.test(value) && !URL.parse(value)?.username, {
    error: 'must be a URL without ?, #, spaces and a user name',
  })
  .transform((value) => new URL(value.endsWith('/') ? value : `${value}/`).href);
/** Vite, Astro and hosts disagree on encoded characters and empty names in a base path. */
const ownUrl = siteUrl.refine((value) => /^\/(?:[\w.~-]+\/)*$/.test(new URL(value).pathname), {
  error:
    'must have a path of the letters a to z, digits, and - . _ ~, like https://example.com/blog/',
});
const link = z.string().refine((value) => value.startsWith('/') || URL.canParse(value), {
  error: 'must be a path of this site, like /about/, or a URL, like https://example.com/',
});

const LEVELS = ['off', 'warn', 'error'] as const;
/** The severity of a check: `false` is `'off'`, `true` its default. */
const level = z.union([z.boolean(), z.enum(LEVELS)], {
  error: ({ input }) => `must be 'off', 'warn' or 'error'${didYouMean(String(input), LEVELS)}`,
});

const alsoAt = z.array(z.string().superRefine(noError(alsoAtError))).default([]);

const feeds = z.strictObject({
  /** The content of posts in feeds: the `full` text, or the `summary`. @default 'full' */
  content: z.enum(['full', 'summary']).default('full'),
  /** The number of posts in a feed, the newest ones; older posts are in its archive. @default 20 */
  items: z.int().min(1).default(20),
  /**
   * More paths of feeds, by format, for subscribers of an earlier blog:
   * `{ rss: ['/index.xml', '/tags/:tag/index.xml'] }`, the second for each tag; also for each
   * `:series`, `:author` and `:folder` of posts.
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
  /** The page to which the item of a link post leads in RSS: the `post`, or the `linked` page. @default 'post' */
  linkPosts: z.enum(['post', 'linked']).default('post'),
  /** The first URL of the site, if it has moved: feed ids are made from it, so that readers show no post twice. */
  formerUrl: siteUrl.optional(),
});

const fontFiles = z
  .array(text.regex(/\.woff2$/, { error: 'must be a WOFF2 file, like src/fonts/name.woff2' }))
  .min(1);
const proseFont = z.strictObject({
  /** WOFF2 files, in the blog's folder or of a package; pages preload the first one. */
  files: fontFiles,
  /** The kind of the system font that is shown until it is loaded. @default 'sans-serif' */
  fallback: z.enum(['sans-serif', 'serif', 'monospace']).default('sans-serif'),
});
const codeFont = z.strictObject({
  /** WOFF2 files, as those of text. */
  files: fontFiles,
});

const nav = z.array(
  z.strictObject({
    /** The text of the link. */
    label: text,
    /** The target: `/about/`, or `https://example.com/`. */
    link,
  }),
);
const series = z.record(z.string(), text);
const license = z.strictObject({
  /** The text of the link. */
  name: text,
  /** The target: a page of this site, or a URL. */
  link,
});

const policy = z.strictObject({
  /** The hosts of scripts. */
  script: hosts.optional(),
  /** The hosts that scripts fetch from and send to. */
  connect: hosts.optional(),
  /** The hosts of frames. */
  frame: hosts.optional(),
  /** The hosts of pictures; all with `https:` are allowed anyway. */
  img: hosts.optional(),
  /** The hosts of fonts. */
  font: hosts.optional(),
  /** The hosts of style sheets. */
  style: hosts.optional(),
  /** The hosts of sounds and videos. */
  media: hosts.optional(),
  /** The hosts that forms are sent to. */
  form: hosts.optional(),
});

const announce = z
  .strictObject({
    /** The server of an account on Mastodon: `https://mastodon.social`. */
    mastodon: httpUrl.optional(),
    /** The server of an account on Bluesky: `https://bsky.social`. */
    bluesky: httpUrl.optional(),
    /** The number of days after its date in which a post is announced. @default 3 */
    days: z.int().min(1).default(3),
  })
  .refine(({ mastodon, bluesky }) => mastodon ?? bluesky, { error: 'needs mastodon or bluesky' });

/** The settings of a language; `settingsOf` adds those of the blog. */
const ofLanguage = z.strictObject({
  /** The language, a BCP 47 tag, if its key is not one. */
  language: language.optional(),
  /** The name of the language in links to it; by default in the language itself: `Deutsch`. */
  name: text.optional(),
  /** The name of the blog in the language; by default `title`. */
  title: text.optional(),
  /** One sentence about the blog; by default `description`. */
  description: text.optional(),
  /** The links in the header. */
  nav: nav.optional(),
  /** Descriptions of series by their names. */
  series: series.optional(),
  /** Markdown above the posts of the first index page, instead of the description. */
  intro: text.optional(),
  /** A line of Markdown at the end of each page. */
  footer: text.optional(),
  /** The license of the posts; by default `license`. */
  license: license.optional(),
  /** Replaces strings of the interface in this language. */
  strings: stringsSchema.optional(),
});

const languages = z.record(z.string(), ofLanguage).superRefine((all, context) => {
  for (const [code, { language: tag = code }] of Object.entries(all)) {
    const message = codeError(code, tag);
    if (message) context.addIssue({ code: 'custom', path: [code], message });
  }
});

/** Attributes that the security policy does not block. */
const HEAD_ATTRIBUTE = /^(?!on|style$)[a-z][a-z:-]*$/i;

const headElement = z
  .strictObject({
    /** The name of the element. */
    tag: z.enum(['link', 'meta', 'script']),
    /** Its attributes: `{ rel: 'me', href: 'https://example.com/' }`; `true` for one without a value. */
    attrs: z
      .record(z.string(), z.union([z.string(), z.literal(true)]))
      .refine((attrs) => Object.keys(attrs).every((name) => HEAD_ATTRIBUTE.test(name)), {
        error: 'has an attribute that the security policy blocks, or an invalid name',
      })
      .default({}),
    /** The code of a script. */
    content: text.optional(),
  })
  .refine(({ tag, attrs }) => !isOwn(tag, attrs), {
    error: 'is an element that Octavo makes; a second one would contradict it',
  });

/** The settings of a site. `npm run docs` copies the comments into docs/src/content/pages/reference/settings.md. */
export const settingsSchema = z.strictObject({
  /** The name of the blog: in the header, in titles, in the feed. */
  title: text,
  /** One sentence about the blog, for search engines and the feed. */
  description: text,
  /** The URL of the site, with its base path if it has one: `https://example.com/blog/`. */
  url: ownUrl,
  /** The language of the blog, a BCP 47 tag: `en`, `de`, `pt-BR`. @default 'en' */
  language: language.default('en'),
  /**
   * The languages of a blog in several, each below a folder of its name: `{ de: { title: 'Notizen' } }`;
   * see Several languages in the manual.
   */
  languages: languages.default({}),
  /** Puts the pages in the language of the blog into a folder too: `/en/`; `/` redirects there. @default false */
  prefixDefaultLanguage: z.boolean().default(false),
  /** Lists posts in other languages, too, if they have no translation: on the index and in the archive. @default false */
  listOtherLanguages: z.boolean().default(false),
  /** Tells readers of a translation that its original was updated later. @default false */
  markOutdatedTranslations: z.boolean().default(false),
  /** The time zone of dates without an offset: `Europe/Berlin`. @default 'UTC' */
  timeZone: z
    .string()
    .refine(isTimeZone, {
      error: ({ input }) =>
        `must be a time zone, like Europe/Berlin${didYouMean(String(input), Intl.supportedValuesOf('timeZone'))}`,
    })
    .default('UTC'),
  /** The author of posts without `authors`: a file in `src/content/authors/`, without `.md`. */
  author: text,
  /** Posts on an index page. @default 10 */
  pageSize: z.int().min(1).default(10),
  /** The entries of the index: with their `summaries`, only titles and dates, or titles by year. @default 'summaries' */
  index: z.enum(['summaries', 'compact', 'by-year']).default('summaries'),
  /** The path of a post, with `:slug`, and optionally `:year`, `:month`, `:day`, `:folder`; with `.html` at its end, a file. @default '/posts/:slug/' */
  permalink: z.string().superRefine(noError(permalinkError)).default('/posts/:slug/'),
  /** Short posts in `src/content/notes/`, with a list and feeds at `/notes/`: `{}`, or `{ onIndex: true }`. */
  notes: z
    .strictObject({
      /** Shows notes among the posts: on the index, in the archive and in the feeds of the blog. @default false */
      onIndex: z.boolean().default(false),
    })
    .optional(),
  /** The links in the header, in order: paths of this site, or URLs. */
  nav: nav.default([]),
  /** Descriptions of series by their names: `{ 'Folding paper': 'Five posts that …' }`. */
  series: series.default({}),
  /** The search at `/search/`, and its index. @default true */
  search: z.boolean().default(true),
  /** A social card for each post and page; if off, posts share their cover, other pages the card of the site. @default true */
  cards: z.boolean().default(true),
  /** Links in the footer to your other profiles, with rel="me". */
  social: z
    .array(
      z.strictObject({
        /** The text of the link: `Mastodon`. */
        name: text,
        /** The target: `https://example.social/@you`, or `mailto:you@example.com`. */
        link: z.url({
          error: 'must be a URL, like https://example.com/ or mailto:me@example.com',
        }),
      }),
    )
    .default([]),
  /** Fonts of your own instead of the reader's; see Theming in the manual. */
  fonts: z
    .strictObject({
      /** The font of all text that has no other. */
      text: proseFont.optional(),
      /** The font of titles and headings. */
      headings: proseFont.optional(),
      /** The font of code. */
      code: codeFont.optional(),
    })
    .prefault({}),
  /** The author's account in the Fediverse, `@name@server`: Mastodon shows it below links to posts. */
  fediverse: fediverseAccount.optional(),
  /** Markdown above the posts of the first index page, instead of the description. */
  intro: text.optional(),
  /** Shows "Edit this page" on posts and pages: the URL to which the path of its file is appended. */
  editUrl: httpUrl.optional(),
  /** A line of Markdown at the end of each page: an imprint, a thank-you. */
  footer: text.optional(),
  /** The license of the posts, a link in the footer: `{ name: 'CC BY 4.0', link: 'https://…' }`. */
  license: license.optional(),
  /**
   * A link to answer a post, below it: `mailto:you@example.com?subject=:title`, or a site to discuss
   * it, `https://example.com/submit?url=:url`.
   */
  reply: z.url({ error: 'must be a URL, like mailto:you@example.com?subject=:title' }).optional(),
  /** Elements at the end of the head of all pages: `[{ tag: 'link', attrs: { rel: 'me', href: 'https://…' } }]`; a script of another host may run. */
  head: z.array(headElement).default([]),
  /** Other hosts that all pages may load from: `{ frame: ['https://example.com'] }`; see Connected in the manual. */
  policy: policy.prefault({}),
  /** Lists the posts that link to a post below it: "Linked from". @default false */
  backlinks: z.boolean().default(false),
  /** Shows how to cite a post below it, as BibTeX and as text. @default false */
  cite: z.boolean().default(false),
  /**
   * Links by names, as in Obsidian: `[[Post title]]`, `[[file-name|text]]`, `[[name#Heading]]`,
   * `![[picture.png|alternative text]]`; see Connected in the manual. @default false
   */
  wikilinks: z.boolean().default(false),
  /**
   * A file with the blogs that you read, OPML or YAML, for the page `/blogroll/`: `src/blogroll.opml`;
   * see Connected in the manual.
   */
  blogroll: text
    .regex(/\.(?:opml|xml|ya?ml)$/, {
      error: 'must be a file that ends in .opml, .xml, .yaml or .yml',
    })
    .refine((path) => posix.resolve('/blog', path).startsWith('/blog/'), {
      error: 'must be a file in the folder of the blog, like src/blogroll.opml',
    })
    .optional(),
  /**
   * The endpoint that receives webmentions for the site: `https://webmention.io/example.com/webmention`;
   * `octavo replies` fetches those of webmention.io.
   */
  webmentions: encodedUrl.optional(),
  /** Where `octavo announce` posts new articles; see Connected in the manual. */
  announce: announce.optional(),
  /** Comments by giscus or utterances below posts, loaded by a button. */
  comments: comments.optional(),
  /** A form below posts and on the page about feeds that subscribes readers to a newsletter. */
  newsletter: newsletter.optional(),
  /** Counts the visits of published pages by a service of your choice; see Connected in the manual. */
  analytics: analytics.optional(),
  /** The WebSub hub that tells subscribers of the feeds about new posts: `https://pubsubhubbub.appspot.com/`. */
  hub: encodedUrl.optional(),
  /** Writes a `.br` and a `.gz` file beside each text file from 1 KB on, for a server that sends them. @default false */
  precompress: z.boolean().default(false),
  /** Allows or forbids to train models on the site, by a `Content-Signal` in `robots.txt`. */
  aiTraining: z.boolean().optional(),
  /** RSS, Atom and JSON Feed; see Feeds in the manual. */
  feeds: feeds.prefault({}),
  /** The severities of checks, `'off'`, `'warn'` or `'error'`: `{ todo: 'off' }`; Checks in the manual lists them. */
  checks: z.strictObject(severities()).meta({ title: 'severities by check' }).default({}),
  /**
   * URLs and anchors that checks accept, since another server or a script makes them: prefixes of
   * paths, and anchors, with `*` for any characters: `['/litedown/', '#comment-*']`.
   */
  elsewhere: z
    .array(z.string().regex(/^[/#][^/#]/, 'must be a path, like /x/, or an anchor, like #x-*'))
    .default([]),
  /** Replaces strings of the interface: `{ archive: 'All posts' }`; see Extending a blog in the manual. */
  strings: stringsSchema.optional(),
});

/** Returns the schema of the severities, one for each check. */
function severities() {
  const entries = CHECK_IDS.map((id) => [id, level.optional()] as const);
  return Object.fromEntries(entries) as Record<CheckId, z.ZodOptional<typeof level>>;
}

/** The default export of `src/site.config.ts`. */
export type SiteConfig = z.input<typeof settingsSchema>;

/** The settings, validated and with defaults. */
export interface Settings extends z.output<typeof settingsSchema> {
  /** `https://example.com`, without the base path. */
  origin: string;
  /** The base path, with a slash at both ends: `/` or `/blog/`; of a language, `/blog/de/`. */
  base: string;
  /** The base path of the whole site. */
  rootBase: string;
  /** The key of the language in `languages`, and its folder. */
  code: string;
  /** That of the blog's own language. */
  defaultCode: string;
  /** The name of the language in links to it, if the settings have one. */
  name?: string | undefined;
  /** The direction of the script of the language. */
  direction: 'ltr' | 'rtl';
}

/**
 * Validates settings and fills in the defaults.
 *
 * @throws {SettingsError} with a line for each invalid setting.
 */
export function parseSettings(input: unknown): Settings {
  const { settings, errors } = checkSettings(input);
  if (!settings) throw settingsError(errors);
  return settings;
}

/** Returns the settings with their defaults, or the errors. */
export function checkSettings(input: unknown): { settings?: Settings; errors: SchemaError[] } {
  const { data, errors } = validate(settingsSchema, input);
  if (!data) return { errors };
  if (data.notes && permalinkFolder(data.permalink) === paths.notes()) {
    const message = `permalink: ${paths.notes()} is the list of notes; choose another folder`;
    return { errors: [{ path: ['permalink'], message }] };
  }
  const { origin, pathname } = new URL(data.url);
  const direction = directionOf(data.language);
  const code = defaultCode(data);
  const own = { origin, base: pathname, rootBase: pathname, direction, code, defaultCode: code };
  return { settings: { ...data, ...own }, errors };
}

/** Returns the key of the blog's own language in `languages`; where it is missing, its tag. */
function defaultCode({ language, languages }: Pick<Settings, 'language' | 'languages'>): string {
  const keys = Object.entries(languages);
  const own = keys.find(([code, { language: tag = code }]) => isSameLanguage(tag, language));
  return own?.[0] ?? language;
}

/** Returns the error in a key of `languages`, which is a folder, of the language with a tag. */
function codeError(code: string, tag: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/i.test(code)) return 'must be letters, digits and -, like de or pt-BR';
  if (!isLanguage(tag)) return 'not a language tag; set language';
  return isReserved(`/${code}/`, '/:slug/') ? 'is the folder of a built-in page' : undefined;
}

/** Returns one error for several in `src/site.config.ts`, with a line for each. */
export function settingsError(errors: readonly Pick<SchemaError, 'message'>[]): SettingsError {
  const lines = errors.map(({ message }) => `src/site.config.ts  ${message}`);
  return new SettingsError(lines.join('\n'));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
