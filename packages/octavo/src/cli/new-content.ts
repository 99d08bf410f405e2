import { stringify } from 'yaml';
import { z } from 'zod';
import { isReserved } from '../addresses/engine-addresses.ts';
import { schemaErrors } from '../diagnostics/schema-errors.ts';
import type { Content } from '../content/content-file.ts';
import { permalink } from '../addresses/permalink.ts';
import { dateSchema, pageSchema, postSchema } from '../content/schema.ts';
import type { FrontMatterKeys, NodeContext } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';
import { slugify } from '../addresses/slug.ts';
import { paths } from '../addresses/urls.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The options of `octavo new`. */
export interface EntryOptions {
  page?: boolean;
  mdx?: boolean;
  /** A folder with `index.md`, for pictures beside it. */
  bundle?: boolean;
  series?: string | undefined;
  tags?: string[];
}

interface NewEntry extends EntryOptions {
  title: string;
  /** The date of a post: `2024-01-06`. */
  day: string;
}

interface NewContent {
  /** Relative to the blog's root folder. */
  path: string;
  source: string;
  /** The URL path of the page, without the base path. */
  url: string;
}

/**
 * Returns the file of a new post or page: a draft, named after its title.
 *
 * @throws {UsageError} if the title or the options are invalid, or the file name or URL is taken.
 */
export function newContent(
  entry: NewEntry,
  content: Content,
  { settings: site, extensions }: Pick<NodeContext, 'settings' | 'extensions'>,
): NewContent {
  const { page, mdx, bundle, tags = [], series } = entry;
  const title = entry.title.replace(/\s+/g, ' ').trim();
  const name = fileName(title);
  const frontMatter = page
    ? { title, draft: true }
    : {
        title,
        date: entry.day,
        ...(tags.length > 0 && { tags }),
        ...(series !== undefined && { series }),
        draft: true,
      };
  requireValid(frontMatter, entry, site);
  const url = page
    ? paths.page(name)
    : permalink(site.permalink, { slug: slugify(name), day: entry.day });
  const collection = page ? 'pages' : 'posts';
  const ending = `${bundle ? '/index' : ''}.${mdx ? 'mdx' : 'md'}`;
  requireFree({ id: `${collection}/${name}`, url }, content, site);
  const yaml = stringify(
    { ...frontMatter, ...requiredKeys(extensions.frontMatter[collection]) },
    {
      nullStr: '',
      lineWidth: 0,
      schema: 'core',
      collectionStyle: 'any',
      flowCollectionPadding: false,
    },
  );
  return {
    path: `src/content/${collection}/${name}${ending}`,
    source: `---\n${yaml}---\n\n`,
    url,
  };
}

/** Returns the required keys, with empty values for the author to fill in. */
function requiredKeys(keys: FrontMatterKeys['posts'] = {}): Record<string, null> {
  const required = Object.keys(keys).filter((key) => !keys[key]!.safeParse(undefined).success);
  return Object.fromEntries(required.map((key) => [key, null]));
}

/** In bytes; file systems allow 255, with the extension. */
const MAX_NAME = 200;

/** Returns the slug of a title, without a leading dot and cut to the length that file systems allow. */
function fileName(title: string): string {
  const slug = slugify(title).replace(/^\.+/, '');
  if (slug === '') {
    throw new UsageError(
      title === ''
        ? 'missing title; pass one: npm run new -- "A title"'
        : `title: "${title}" has no letter or digit for a file name`,
    );
  }
  const characters = [...slug];
  while (Buffer.byteLength(characters.join('')) > MAX_NAME) characters.pop();
  return characters.join('').replace(/[-.]+$/, '') || slug;
}

function requireValid(
  frontMatter: object,
  { page, tags = [], series }: NewEntry,
  site: Settings,
): void {
  if (page && (tags.length > 0 || series !== undefined))
    throw new UsageError('a page has no tags or series; omit --tags and --series');
  const date = dateSchema(site.timeZone);
  const schema = page ? pageSchema({ date }) : postSchema({ date, image: z.string() });
  const { error } = schema.safeParse(frontMatter);
  if (!error) return;
  const errors = error.issues.flatMap((issue) =>
    schemaErrors(issue, { input: frontMatter, schema }),
  );
  throw new UsageError(errors.map(({ message }) => message).join('\n'));
}

/** Refuses a file name or URL that another file has, whatever errors that file has. */
function requireFree(
  { id, url }: { id: string; url: string },
  { sources }: Content,
  { permalink }: Settings,
): void {
  for (const { collection, id: name, path, file } of sources.values()) {
    if (`${collection}/${name}` === id) throw new UsageError(`${path} already exists`);
    if (collection !== 'authors' && file?.url === url)
      throw new UsageError(`${url} is already the URL of ${path}; choose another title`);
  }
  if (isReserved(url, permalink))
    throw new UsageError(`${url} is the URL of a built-in page; choose another title`);
}
