import { globSync } from 'node:fs';

import { withSlashes } from '../file-path.ts';
import { isNode, isScalar } from 'yaml';
import { z } from 'zod';
import { crossCheck } from './cross-checks.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { pathText, validate, type SchemaError } from '../diagnostics/schema-errors.ts';
import { errorAt, readFrontMatter } from './front-matter.ts';
import { readText } from './read-text.ts';
import { readReplies } from './replies.ts';
import { pathError } from '../addresses/path-error.ts';
import { isFilePattern, postSlug } from '../addresses/permalink.ts';
import { collectionSchemas, dateSchema, type CollectionSchemas } from './schema.ts';
import { unexpectedError } from '../diagnostics/unexpected-error.ts';
import type { Context, NodeContext } from '../settings/context.ts';
import { languageFolder } from '../settings/languages.ts';
import {
  collectionOf,
  collectionsOf,
  contentId,
  contentUrl,
  fileIds,
  isPost,
  type AuthorData,
  type CollectionName,
  type Content,
  type ContentFile,
  type PageData,
  type PostData,
  type SourceFile,
} from './content-file.ts';

/**
 * Reads all content of a blog; errors are in `diagnostics`. A file that has not changed since
 * `previous` is the same object. If `changed` has paths, files at others are not read again.
 */
export function readContent(
  context: NodeContext,
  previous?: Content,
  changed: ReadonlySet<string> = new Set(),
): Content {
  const { root, settings } = context;
  const schemas = schemasFor(context);
  const sources = new Map<string, SourceFile>();
  for (const path of contentPaths(root, settings)) {
    const last = previous?.sources.get(path);
    if (last && changed.size > 0 && !changed.has(path)) {
      sources.set(path, last);
      continue;
    }
    const { text, problem } = readText(root, path);
    const isSame = last?.source === text && last.problem === problem;
    const source = isSame ? last : readFile(path, text, { ...context, schemas });
    if (problem) Object.assign(source, { problem, diagnostics: [problem] });
    sources.set(path, source);
  }
  const all = [...sources.values()];
  const of = <Data>(...names: CollectionName[]) =>
    all.filter(({ collection, data }) => data && names.includes(collection)) as ContentFile<Data>[];
  const posts = all.filter(isPost);
  return {
    posts: of<PostData>('posts', 'notes'),
    pages: of<PageData>('pages'),
    authors: of<AuthorData>('authors'),
    // `dev` reads them after the page with a saved change.
    get diagnostics() {
      return [
        ...all.flatMap(({ diagnostics }) => diagnostics),
        ...crossCheck(all, context),
        ...readReplies(context, new Set(posts.map(({ path }) => contentId(path)))).diagnostics,
      ];
    },
    sources,
  };
}

/** Returns the schema of each collection, with the owner's keys, and with pictures as paths. */
function schemasFor({ settings, extensions }: NodeContext): CollectionSchemas {
  const image = z.string().refine((value) => /^\.\.?\//.test(value), {
    error: 'must be a relative path, like ./cover.png',
  });
  const date = dateSchema(settings.timeZone);
  return collectionSchemas({ date, image }, extensions.frontMatter);
}

/** Returns the paths of the content files, sorted. */
function contentPaths(root: string, settings: Context['settings']): string[] {
  const pattern = `src/content/{${collectionsOf(settings).join(',')}}/**/*.{md,mdx}`;
  return globSync(pattern, { cwd: root })
    .map((path) => withSlashes(path))
    .sort();
}

interface Reading extends Pick<Context, 'settings'> {
  schemas: CollectionSchemas;
}

function readFile(path: string, source: string, { settings, schemas }: Reading): SourceFile {
  const frontMatter = readFrontMatter(path, source);
  const read: SourceFile = {
    collection: collectionOf(path),
    ...fileIds(path, settings),
    path,
    format: path.endsWith('.mdx') ? 'mdx' : 'md',
    body: frontMatter.body,
    source,
    frontMatter,
    diagnostics: [...frontMatter.diagnostics],
  };
  if (read.diagnostics.length > 0) return read;
  try {
    const { data, errors } = checkFrontMatter(read, schemas, settings);
    if (data) Object.assign(read, { data, url: siteUrl({ ...read, data }, settings) });
    read.diagnostics.push(
      ...errors.map((error) => {
        const fix = fixOf(error, read);
        return { ...errorAt(read, error.path, error.message), ...(fix && { fix }) };
      }),
    );
  } catch (error) {
    // The owner's schema may throw.
    read.diagnostics.push(unexpectedError(path, error));
  }
  return read;
}

/** Returns the fix of an error in front matter; `undefined` if the source is not in plain style. */
function fixOf({ path, fix }: SchemaError, { source, frontMatter }: SourceFile): Fix | undefined {
  if (!fix) return undefined;
  if ('value' in fix) {
    const node: unknown = frontMatter.document.getIn(path, true);
    if (!isNode(node) || !node.range) return undefined;
    const [start, end] = node.range;
    return { start, end, text: fix.value, done: `${pathText(path)} is now ${fix.value}` };
  }
  const [start, key] = [frontMatter.offset(path), String(path.at(-1))];
  if (!source.startsWith(`${key}:`, start)) return undefined;
  return { start, end: start + key.length, text: fix.key, done: `${key} is now ${fix.key}` };
}

type AnyData = PostData | PageData | AuthorData;

/** Returns the front matter as the schema returns it, or its errors. */
function checkFrontMatter(
  { collection, code, name, frontMatter }: SourceFile,
  schemas: CollectionSchemas,
  settings: Context['settings'],
): { data?: AnyData; errors: SchemaError[] } {
  const written = (path: readonly PropertyKey[]) => {
    const node: unknown = frontMatter.document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  const { data, errors } = validate<AnyData>(schemas[collection], frontMatter.data, written);
  if (data && isPost({ collection }) && postSlug(name, (data as PostData).slug) === '') {
    const message = `slug: missing; the file name ${name} has no letter or digit for a URL`;
    return { errors: [{ path: ['slug'], message }] };
  }
  const url = data && siteUrl({ collection, code, name, data }, settings);
  const problem = url && (pathError(url) ?? folderError(url, settings));
  if (problem !== undefined) return { errors: [{ path: [], message: `file name: ${problem}` }] };
  return { data, errors };
}

/** Returns the path of the page of a file, without the base path of the site. */
function siteUrl(
  file: Pick<ContentFile, 'collection' | 'code' | 'name' | 'data'>,
  settings: Context['settings'],
): string {
  return languageFolder(settings, file.code) + contentUrl(file, settings);
}

/** Where posts are files, a page at `/a.html/` would be one too. */
function folderError(url: string, { permalink }: Context['settings']): string | undefined {
  const isFile = isFilePattern(permalink) && url.endsWith('.html/');
  return isFile ? 'must not end in .html' : undefined;
}
