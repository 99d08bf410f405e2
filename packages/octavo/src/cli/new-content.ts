import { stringify } from 'yaml';
import { z } from 'zod';
import { isReserved } from '../blog/cross-checks.ts';
import { explainIssue } from '../blog/explain.ts';
import type { Library } from '../blog/library.ts';
import { permalink } from '../blog/permalink.ts';
import { pageSchema, postSchema } from '../blog/schema.ts';
import type { Settings } from '../blog/settings.ts';
import { slugify } from '../blog/slug.ts';
import { paths } from '../blog/urls.ts';
import { UsageError } from './arguments.ts';

/** What an author asks for. */
export interface Wish {
  title: string;
  /** The day that a post is dated: `2024-01-06`. */
  day: string;
  page: boolean;
  mdx: boolean;
  /** A folder with the text and what belongs to it. */
  bundle: boolean;
  series: string | undefined;
  tags: string[];
}

/** A file to write, and what will be at which path of the site. */
export interface NewContent {
  /** Relative to the project's folder. */
  path: string;
  source: string;
  /** The path of its page, without the base path. */
  url: string;
}

/**
 * Returns the file of a new post or page: a draft, named by its title.
 *
 * @throws {UsageError} for what a file cannot be made of, and where its name or address is taken.
 */
export function newContent(wish: Wish, library: Library, site: Settings): NewContent {
  const { page, mdx, bundle } = wish;
  const title = wish.title.replace(/\s+/g, ' ').trim();
  const name = fileName(title);
  const frontMatter = page
    ? { title, draft: true }
    : {
        title,
        date: wish.day,
        ...(wish.tags.length > 0 && { tags: wish.tags }),
        ...(wish.series !== undefined && { series: wish.series }),
        draft: true,
      };
  requireValid(frontMatter, wish, site);
  const url = page
    ? paths.page(name)
    : permalink(site.permalink, { slug: slugify(name), day: wish.day });
  const collection = page ? 'pages' : 'posts';
  const ending = `${bundle ? '/index' : ''}.${mdx ? 'mdx' : 'md'}`;
  requireFree({ id: `${collection}/${name}`, url }, library, site);
  const yaml = stringify(frontMatter, {
    lineWidth: 0,
    schema: 'core',
    collectionStyle: 'any',
    flowCollectionPadding: false,
  });
  return {
    path: `src/content/${collection}/${name}${ending}`,
    source: `---\n${yaml}---\n\n`,
    url,
  };
}

/** Bytes; file systems allow 255, with the ending. */
const LONGEST_NAME = 200;

/** The name of the file: the slug, without the dot that would hide it, and no longer than can be. */
function fileName(title: string): string {
  const slug = slugify(title).replace(/^\.+/, '');
  if (slug === '') {
    throw new UsageError(
      title === ''
        ? 'a title is missing: npm run new -- "A title"'
        : `no file name can be made from "${title}"; a title needs a letter or a digit`,
    );
  }
  const characters = [...slug];
  while (Buffer.byteLength(characters.join('')) > LONGEST_NAME) characters.pop();
  return characters.join('').replace(/[-.]+$/, '') || slug;
}

function requireValid(frontMatter: object, { page, tags, series }: Wish, site: Settings): void {
  if (page && (tags.length > 0 || series !== undefined))
    throw new UsageError('a page has no tags and no series; leave --tags and --series out');
  const { timeZone } = site;
  const schema = page ? pageSchema({ timeZone }) : postSchema({ timeZone, image: z.string() });
  const { error } = schema.safeParse(frontMatter);
  if (!error) return;
  const mistakes = error.issues.flatMap((issue) =>
    explainIssue(issue, { input: frontMatter, schema }),
  );
  throw new UsageError(mistakes.map(({ subject, message }) => `${subject}: ${message}`).join('\n'));
}

/** Refuses a name or an address that a file has already, whatever is wrong with that file. */
function requireFree(
  { id, url }: { id: string; url: string },
  { readings }: Library,
  { permalink }: Settings,
): void {
  for (const { collection, id: name, path, file } of readings.values()) {
    if (`${collection}/${name}` === id)
      throw new UsageError(`${path} is there already; nothing was written`);
    if (collection !== 'authors' && file?.url === url)
      throw new UsageError(`${url} is the address of ${path} already; nothing was written`);
  }
  if (isReserved(url, permalink))
    throw new UsageError(`${url} is the address of a page of Octavo itself; choose another title`);
}
