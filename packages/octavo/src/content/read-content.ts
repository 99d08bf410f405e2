import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { crossCheck } from './cross-checks.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { explainIssue, type Explanation } from '../diagnostics/zod-messages.ts';
import { mistakeAt, readFrontMatter } from './front-matter.ts';
import { postSlug } from '../addresses/permalink.ts';
import { collectionSchemas, dateSchema, type CollectionSchemas } from './schema.ts';
import type { Settings } from '../settings/settings.ts';
import type { Context, NodeContext } from '../settings/context.ts';
import { contentUrl } from './content-url.ts';
import {
  COLLECTIONS,
  type AuthorData,
  type CollectionName,
  type Content,
  type ContentFile,
  type PageData,
  type PostData,
  type SourceFile,
} from './content-file.ts';

/**
 * Reads all content of a blog. Never throws for an author's mistake: errors are in `diagnostics`. A
 * file that is the same as in `previous` is the same object.
 */
export function readContent(context: NodeContext, previous?: Content): Content {
  const { root } = context;
  const schemas = schemasFor(context);
  const sources = new Map<string, SourceFile>();
  for (const path of contentPaths(root)) {
    const source = readFileSync(resolve(root, path), 'utf8');
    const known = previous?.sources.get(path);
    sources.set(path, known?.source === source ? known : readFile(path, source, schemas, context));
  }
  const files = [...sources.values()].flatMap(({ file }) => file ?? []);
  const of = <Data>(collection: CollectionName) =>
    files.filter((file) => file.collection === collection) as ContentFile<Data>[];
  return {
    posts: of<PostData>('posts'),
    pages: of<PageData>('pages'),
    authors: of<AuthorData>('authors'),
    diagnostics: [
      ...[...sources.values()].flatMap(({ diagnostics }) => diagnostics),
      ...crossCheck([...sources.values()], context),
    ],
    sources,
  };
}

/** Returns the schema of each collection with the owner's keys, and with pictures as paths. */
function schemasFor({ settings, extensions }: NodeContext): CollectionSchemas {
  const image = z.string().refine((value) => /^\.\.?\//.test(value), {
    error: 'must be a file near the post, like ./cover.png',
  });
  const date = dateSchema(settings.timeZone);
  return collectionSchemas({ date, image }, extensions.frontMatter);
}

/** The content files below `root`, in the same order on every machine. */
function contentPaths(root: string): string[] {
  const pattern = `src/content/{${COLLECTIONS.join(',')}}/**/*.{md,mdx}`;
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

function readFile(
  path: string,
  source: string,
  schemas: CollectionSchemas,
  { settings }: Context,
): SourceFile {
  const frontMatter = readFrontMatter(path, source);
  const read: SourceFile = {
    collection: path.split('/')[2] as CollectionName,
    id: contentId(path),
    path,
    format: path.endsWith('.mdx') ? 'mdx' : 'md',
    body: frontMatter.body,
    source,
    frontMatter,
    diagnostics: [...frontMatter.diagnostics],
  };
  if (read.diagnostics.length > 0) return read;
  const { data, errors } = checkFrontMatter(read, schemas);
  if (data) read.file = contentFile(read, data, settings);
  read.diagnostics.push(
    ...errors.map((error) => {
      const { path: keys, subject, message } = error;
      const fix = fixOf(error, read);
      return { ...mistakeAt(read, keys, `${subject}: ${message}`), ...(fix && { fix }) };
    }),
  );
  return read;
}

/** Returns the fix of an error in front matter, where its key and value are written plainly. */
function fixOf(
  { path, mend, subject }: Explanation,
  { path: file, source, frontMatter }: SourceFile,
) {
  if (!mend) return undefined;
  if ('value' in mend) {
    const range = frontMatter.range(path);
    const fix: Fix | undefined = range && {
      ...{ file, ...range, text: mend.value },
      done: `${subject} is now ${mend.value}`,
    };
    return fix;
  }
  const [start, key] = [frontMatter.locate(path), String(path.at(-1))];
  const line = source.split('\n')[start.line - 1] ?? '';
  if (!line.slice(start.column - 1).startsWith(`${key}:`)) return undefined;
  const end = { line: start.line, column: start.column + key.length };
  const fix: Fix = { file, start, end, text: mend.key, done: `${key} is now ${mend.key}` };
  return fix;
}

type AnyData = PostData | PageData | AuthorData;

/** Returns the front matter as the schema returns it, or its errors. */
function checkFrontMatter(
  { collection, id, frontMatter }: SourceFile,
  schemas: CollectionSchemas,
): { data?: AnyData; errors: Explanation[] } {
  const schema = schemas[collection];
  const { success, data, error } = schema.safeParse(frontMatter.data);
  if (!success) {
    const checked = { input: frontMatter.data, schema, written: frontMatter.written };
    return { errors: error.issues.flatMap((issue) => explainIssue(issue, checked)) };
  }
  if (collection === 'posts' && postSlug(id, (data as PostData).slug) === '') {
    const message = `is missing; no address can be made from the name ${id}`;
    return { errors: [{ path: ['slug'], subject: 'slug', message }] };
  }
  return { data, errors: [] };
}

function contentFile(read: SourceFile, data: AnyData, settings: Settings): ContentFile {
  const { collection, id, path, format, body, frontMatter } = read;
  const url = contentUrl({ collection, id, data }, settings);
  return { collection, id, path, format, body, raw: frontMatter.data, data, url };
}

/** The path below the collection's folder without `.md`, `.mdx` or a bundle's `/index.md`. */
function contentId(path: string): string {
  const below = path.split('/').slice(3).join('/');
  return below.replace(/\.mdx?$/, '').replace(/\/index$/, '');
}
