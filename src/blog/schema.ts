import { z } from 'zod';
import { parseDate } from './dates.ts';
import { fediverseAccount } from './fediverse.ts';
import { slugify } from './slug.ts';

/** What the schemas need to know: where a date without an offset is, and how pictures are typed. */
interface SchemaOptions<Image extends z.ZodType> {
  timeZone: string;
  /** `image()` of Astro's content collections, or text where Astro is not at hand. */
  image: Image;
}

const text = z.string().trim().min(1, { abort: true });
const name = text.refine((value) => slugify(value) !== '', {
  error: 'must hold a letter or a digit, since its address is made from it',
});
const path = text.refine((value) => /^\/(?!\/)/.test(value), {
  error: 'must be a path of this site that begins with /, like /old/post/',
});
const segment = text.refine((value) => !/[/?#%\\\s]/.test(value) && !/^\.+$/.test(value), {
  error: 'must be one part of an address: no space and none of / ? # % \\',
});
const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address, like https://example.com/',
});

/** The front matter of a post: src/content/posts/. The comments are in docs/front-matter.md too. */
export function postSchema<Image extends z.ZodType>({ timeZone, image }: SchemaOptions<Image>) {
  const date = dateSchema(timeZone);
  return z.strictObject({
    /** Plain text, shown as typed. */
    title: text,
    /** When it was published: a day, or a moment; without an offset it is in the site's time zone. */
    date,
    /** Shown on the article; the last change for search engines and feeds. */
    updated: date.optional(),
    /** The text of the index entry. */
    summary: text.optional(),
    /** Shown under the title, and to search engines; the index entry where there is no summary. */
    description: text.optional(),
    /** Shown as first written; tags whose slugs are equal are one tag. */
    tags: z.array(name).default([]),
    /** The series that the post belongs to. */
    series: name.optional(),
    /** Names of files in src/content/authors/; the site's author where none. */
    authors: z.array(text).default([]),
    /** The picture at the head of the article. */
    cover: z
      .strictObject({
        /** Its file, by its path from the post: `./cover.png`. */
        image,
        /** What it shows, for those who do not see it. */
        alt: text,
        /** A line below it. */
        caption: text.optional(),
      })
      .optional(),
    /** The last part of the address, taken as it is; without it, the name of the file is. */
    slug: segment.optional(),
    /** Old addresses that lead here, the oldest first. */
    aliases: z.array(path).default([]),
    /** The post's id in feeds; else the first alias, else the permalink. */
    guid: text.optional(),
    /** Where the post was first published. */
    canonical: address.optional(),
    /** Shown in development only. */
    draft: z.boolean().default(false),
    /** Has its page, is on no list and in no feed, and asks search engines to leave it out. */
    unlisted: z.boolean().default(false),
    /** First on the index, whatever its date. */
    pinned: z.boolean().default(false),
    /** The table of contents; by default where there are three headings or more. */
    toc: z.boolean().optional(),
  });
}

/** The front matter of a page: src/content/pages/. */
export function pageSchema({ timeZone }: { timeZone: string }) {
  return z.strictObject({
    /** Plain text, shown as typed. */
    title: text,
    /** For search engines. */
    description: text.optional(),
    /** Shown on the page; the last change for search engines. */
    updated: dateSchema(timeZone).optional(),
    /** Shown in development only. */
    draft: z.boolean().default(false),
    /** Not in the sitemap, and asks search engines to leave it out. */
    unlisted: z.boolean().default(false),
    /** The table of contents; by default where there are three headings or more. */
    toc: z.boolean().optional(),
  });
}

/** The front matter of an author: src/content/authors/. */
export function authorSchema() {
  return z.strictObject({
    /** The name, shown as typed. */
    name: text,
    /** The author's own site. */
    url: address.optional(),
    /** The account in the Fediverse, `@name@server`; of the site's author, that of the settings. */
    fediverse: fediverseAccount.optional(),
    /** True for a company or a team, which is no person. */
    organization: z.boolean().default(false),
  });
}

/** A date as it was written, turned into a PostDate; a date that does not exist says why. */
function dateSchema(timeZone: string) {
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
