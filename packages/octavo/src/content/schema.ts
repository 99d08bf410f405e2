import { z } from 'zod';
import type { FrontMatterKeys, Shape } from '../settings/context.ts';
import { parseDate, type PostDate } from './dates.ts';
import { discussionAt } from './discussion.ts';
import {
  encodedUrl,
  fediverseAccount,
  httpUrl,
  language,
  noError,
  text,
} from '../settings/fields.ts';
import { decodePath } from '../addresses/decode-path.ts';
import { pathError } from '../addresses/path-error.ts';
import { slugify } from '../addresses/slug.ts';

interface SchemaOptions<Image extends z.ZodType> {
  date: DateSchema;
  /** `image()` of Astro's content collections, or text outside of Astro. */
  image: Image;
}

type DateSchema = z.ZodType<PostDate>;

const name = text
  .refine((value) => slugify(value) !== '', {
    error: 'must contain a letter or digit for its URL',
  })
  .superRefine(noError((value) => pathError(`/${slugify(value)}/`)));
const path = text.refine((value) => /^\/(?!\/)/.test(value), {
  error: 'must be a path of this site that starts with /, like /old/post/',
});
const alias = path
  .refine((value) => ALIAS.test(value), {
    error: 'must be a path without ?, #, . and .. segments, like /old/post/',
  })
  .superRefine(noError((value) => pathError(decodePath(value))));
const segment = text
  .refine((value) => !/[/?#%\\\s]/.test(value) && !/^\.+$/.test(value), {
    error: 'must be one segment of a path, without spaces and / ? # % \\',
  })
  .refine((value) => !/^\.+[^.]/.test(value), {
    error: 'must not begin with a dot, since many hosts do not serve hidden files',
  })
  .superRefine(noError((value) => pathError(`/${value}/`)));

const discussion = z.string().refine((url) => discussionAt(url) !== undefined, {
  error:
    'must be the URL of a post on Mastodon or Bluesky, like https://mastodon.example/@jane/123, or of a discussion on GitHub',
});
const discussions = z
  .union([discussion, z.array(discussion)], { error: 'must be a URL, or a list of URLs' })
  .meta({ title: 'URL, or list of URLs' })
  .transform((urls) => [urls].flat());

const flag = (about: string) => z.boolean().default(false).describe(about);
const listOf = <Item extends z.ZodType>(item: Item, about: string) =>
  z.array(item).default([]).describe(about);

const title = text.describe('Plain text; straight quotation marks and `code` as in the body.');
const draft = flag('Shown in development only.');
const toc = z
  .boolean()
  .optional()
  .describe('Shows a table of contents; by default if there are three headings or more.');

const translationKey = (noun: string) =>
  text
    .optional()
    .describe(
      `Pairs a ${noun} with its translations if their file names differ: the same for all.`,
    );

/** No segment is `.` or `..`, percent-encoded or not; static hosts ignore queries. */
const ALIAS =
  /^(?!.*\/\/)(?!.*\/(?:\.|%2e){1,2}(?:\/|$))(?!.*(?:%2f|%5c|%00|%0[ad]))[^?#\\\r\n]*$/i;

/** Returns the schema of the front matter of a post. `npm run docs` copies the descriptions into docs/src/content/pages/reference/front-matter.md. */
export function postSchema<Image extends z.ZodType>({ date, image }: SchemaOptions<Image>) {
  return z.strictObject({
    title,
    date: date.describe(
      "The date of publication: a day, or a moment; without an offset it is in the site's time zone.",
    ),
    updated: date
      .optional()
      .describe('Shown on the article; the last change for search engines and feeds.'),
    summary: text.optional().describe('The text of the index entry.'),
    description: text
      .optional()
      .describe(
        'Shown under the title, and to search engines; also the index entry if there is no summary.',
      ),
    tags: listOf(name, 'Shown as first written; tags whose slugs are equal are one tag.'),
    series: name.optional().describe('The series that the post belongs to.'),
    authors: listOf(text, "Names of files in src/content/authors/; the site's author by default."),
    cover: coverSchema(image),
    slug: segment
      .optional()
      .describe('The last segment of the URL, used as it is; the file name by default.'),
    aliases: listOf(alias, 'Old URLs that redirect to the post, the oldest first.'),
    guid: text
      .optional()
      .describe('The id of the post in feeds; the first alias or the permalink by default.'),
    canonical: httpUrl.optional().describe('The URL where the post was first published.'),
    discussion: discussions
      .default([])
      .describe(
        'Where readers answer the post: on Mastodon, Bluesky or GitHub; see Connected in the manual.',
      ),
    link: encodedUrl.optional().describe('The page that the post is about; its title leads there.'),
    via: encodedUrl.optional().describe('The page on which its author found `link`.'),
    lang: language
      .optional()
      .describe('The language of the post, a BCP 47 tag like `de`; that of the blog by default.'),
    translationKey: translationKey('post'),
    draft,
    unlisted: flag(
      'Has a page, but is on no list and in no feed, and has noindex for search engines.',
    ),
    pinned: flag('First on the index, whatever its date.'),
    toc,
    comments: z
      .boolean()
      .optional()
      .describe('False for a post without comments, where the settings have some.'),
  });
}

/** Returns the schema of the front matter of a note: that of a post without what only long texts have. */
export function noteSchema(options: SchemaOptions<z.ZodType>) {
  const { shape } = postSchema(options).omit({
    ...{ summary: true, description: true, series: true, cover: true, pinned: true, toc: true },
  });
  // An empty title makes the data of a note that of a post.
  const own = text.default('').describe('Plain text; without it, the first words stand for it.');
  return z.strictObject({ ...shape, title: own });
}

/** Returns the schema of the cover of a post. */
export function coverSchema<Image extends z.ZodType>(image: Image) {
  return z
    .strictObject({
      image: image.describe('The path of the file, relative to the post: `./cover.png`.'),
      alt: text.describe('The alternative text.'),
      caption: text.optional().describe('A line below the picture.'),
    })
    .optional()
    .describe('The picture at the top of the article, and on social cards.');
}

/** Returns the schema of the front matter of a page. */
export function pageSchema({ date }: { date: DateSchema }) {
  return z.strictObject({
    title,
    description: text.optional().describe('For search engines.'),
    updated: date.optional().describe('Shown on the page; the last change for search engines.'),
    section: text
      .optional()
      .describe('A folder in src/content/posts/: the page lists its posts below the text.'),
    aliases: listOf(alias, 'Old URLs that redirect to the page.'),
    translationKey: translationKey('page'),
    draft,
    unlisted: flag('Not in the sitemap, and has noindex for search engines.'),
    toc,
  });
}

/** Returns the schema of the front matter of an author. */
export function authorSchema<Image extends z.ZodType>({ image }: { image: Image }) {
  return z.strictObject({
    name: text.describe('The name, shown as typed.'),
    portrait: image
      .optional()
      .describe('The path of a square picture, relative to the file: `./jane.jpg`.'),
    url: httpUrl.optional().describe("The author's own site."),
    fediverse: fediverseAccount
      .optional()
      .describe(
        "The account in the Fediverse, `@name@server`; by default that of the settings for the site's author.",
      ),
    organization: flag('True for a company or a team.'),
  });
}

/** Returns the schema of each collection with the keys that the owner adds. */
export function collectionSchemas<Image extends z.ZodType>(
  options: SchemaOptions<Image>,
  own: FrontMatterKeys = {},
) {
  // The engine does not read the owner's keys, and the types do not show them.
  const extended = <Schema extends z.ZodObject>(schema: Schema, keys: Shape = {}) =>
    schema.extend(keys) as unknown as Schema;
  return {
    posts: extended(postSchema(options), own.posts),
    notes: extended(noteSchema(options), own.notes),
    pages: extended(pageSchema(options), own.pages),
    authors: extended(authorSchema(options), own.authors),
  };
}

export type CollectionSchemas = ReturnType<typeof collectionSchemas<z.ZodType<string>>>;

/** Returns the schema of a date; without an offset it is in the time zone. */
export function dateSchema(timeZone: string): DateSchema {
  // YAML parses a year alone as a number.
  const written = z.preprocess((value) => (typeof value === 'number' ? `${value}` : value), text);
  const date = written.transform((value, context) => {
    try {
      return parseDate(value, timeZone);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
  return date.meta({ title: 'date' });
}
