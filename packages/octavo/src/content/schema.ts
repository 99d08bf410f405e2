import { z } from 'zod';
import type { FrontMatterKeys } from '../settings/context.ts';
import { parseDate, type PostDate } from './dates.ts';
import { fediverseAccount } from '../settings/fediverse.ts';
import { slugify } from '../addresses/slug.ts';

interface SchemaOptions<Image extends z.ZodType> {
  date: DateSchema;
  /** `image()` of Astro's content collections, or text outside of Astro. */
  image: Image;
}

type DateSchema = z.ZodType<PostDate>;

const text = z.string().trim().min(1, { abort: true });
const name = text.refine((value) => slugify(value) !== '', {
  error: 'must hold a letter or a digit, since its address is made from it',
});
const path = text.refine((value) => /^\/(?!\/)/.test(value), {
  error: 'must be a path of this site that begins with /, like /old/post/',
});
const alias = path.refine((value) => ALIAS.test(value), {
  error: 'must be a path without ? and #, and without parts of dots alone, like /old/post/',
});
const segment = text.refine((value) => !/[/?#%\\\s]/.test(value) && !/^\.+$/.test(value), {
  error: 'must be one part of an address: no space and none of / ? # % \\',
});
const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address, like https://example.com/',
});

/** No part of it is a `.` or `..`, percent-encoded or not; a host of static files sees no query. */
const ALIAS =
  /^(?!.*\/\/)(?!.*\/(?:\.|%2e){1,2}(?:\/|$))(?!.*(?:%2f|%5c|%00|%0[ad]))[^?#\\\r\n]*$/i;

/** The front matter of a post: src/content/posts/. The comments are in docs/front-matter.md too. */
export function postSchema<Image extends z.ZodType>({ date, image }: SchemaOptions<Image>) {
  return z.strictObject({
    title: text.describe('Plain text, shown as typed.'),
    date: date.describe(
      "When it was published: a day, or a moment; without an offset it is in the site's time zone.",
    ),
    updated: date
      .optional()
      .describe('Shown on the article; the last change for search engines and feeds.'),
    summary: text.optional().describe('The text of the index entry.'),
    description: text
      .optional()
      .describe(
        'Shown under the title, and to search engines; the index entry where there is no summary.',
      ),
    tags: z
      .array(name)
      .default([])
      .describe('Shown as first written; tags whose slugs are equal are one tag.'),
    series: name.optional().describe('The series that the post belongs to.'),
    authors: z
      .array(text)
      .default([])
      .describe("Names of files in src/content/authors/; the site's author where none."),
    cover: coverSchema(image),
    slug: segment
      .optional()
      .describe(
        'The last part of the address, taken as it is; without it, the name of the file is.',
      ),
    aliases: z.array(alias).default([]).describe('Old addresses that lead here, the oldest first.'),
    guid: text
      .optional()
      .describe("The post's id in feeds; else the first alias, else the permalink."),
    canonical: address.optional().describe('Where the post was first published.'),
    draft: z.boolean().default(false).describe('Shown in development only.'),
    unlisted: z
      .boolean()
      .default(false)
      .describe(
        'Has its page, is on no list and in no feed, and asks search engines to leave it out.',
      ),
    pinned: z.boolean().default(false).describe('First on the index, whatever its date.'),
    toc: z
      .boolean()
      .optional()
      .describe('The table of contents; by default where there are three headings or more.'),
  });
}

/** The cover of a post. */
export function coverSchema<Image extends z.ZodType>(image: Image) {
  return z
    .strictObject({
      image: image.describe('Its file, by its path from the post: `./cover.png`.'),
      alt: text.describe('What it shows, for those who do not see it.'),
      caption: text.optional().describe('A line below it.'),
    })
    .optional()
    .describe('The picture at the head of the article, and where it is shared.');
}

/** The front matter of a page: src/content/pages/. */
export function pageSchema({ date }: { date: DateSchema }) {
  return z.strictObject({
    title: text.describe('Plain text, shown as typed.'),
    description: text.optional().describe('For search engines.'),
    updated: date.optional().describe('Shown on the page; the last change for search engines.'),
    aliases: z.array(alias).default([]).describe('Old addresses that lead here.'),
    draft: z.boolean().default(false).describe('Shown in development only.'),
    unlisted: z
      .boolean()
      .default(false)
      .describe('Not in the sitemap, and asks search engines to leave it out.'),
    toc: z
      .boolean()
      .optional()
      .describe('The table of contents; by default where there are three headings or more.'),
  });
}

/** The front matter of an author: src/content/authors/. */
export function authorSchema() {
  return z.strictObject({
    name: text.describe('The name, shown as typed.'),
    url: address.optional().describe("The author's own site."),
    fediverse: fediverseAccount
      .optional()
      .describe(
        "The account in the Fediverse, `@name@server`; of the site's author, that of the settings.",
      ),
    organization: z
      .boolean()
      .default(false)
      .describe('True for a company or a team, which is no person.'),
  });
}

/** Returns the schema of each collection with the keys that the owner adds. */
export function collectionSchemas<Image extends z.ZodType>(
  options: SchemaOptions<Image>,
  own: FrontMatterKeys = {},
) {
  const schemas = {
    posts: postSchema(options),
    pages: pageSchema(options),
    authors: authorSchema(),
  };
  const extended = {
    posts: schemas.posts.extend(own.posts ?? {}),
    pages: schemas.pages.extend(own.pages ?? {}),
    authors: schemas.authors.extend(own.authors ?? {}),
  };
  // The owner's keys are not the engine's to know.
  return extended as unknown as typeof schemas;
}

export type CollectionSchemas = ReturnType<typeof collectionSchemas<z.ZodType<string>>>;

/** Returns the schema of a date as written; without an offset it is in the time zone. */
export function dateSchema(timeZone: string): DateSchema {
  // A year alone is a number to YAML.
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
