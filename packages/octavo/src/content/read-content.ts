import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { frontMatter as ownKeys } from '#site-config';
import { crossCheck } from './cross-checks.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { explainIssue, type Explanation } from '../diagnostics/zod-messages.ts';
import { mistakeAt, readFrontMatter, type FrontMatter } from './front-matter.ts';
import { permalink, postFolder, postSlug } from '../addresses/permalink.ts';
import { collectionSchemas } from './schema.ts';
import type { Settings } from '../settings/settings.ts';
import { paths } from '../addresses/urls.ts';

/** The kinds of content, each in a folder of `src/content/`. */
export const COLLECTIONS = ['posts', 'pages', 'authors'] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

/** One Markdown file whose front matter holds. */
export interface ContentFile<Data = unknown> {
  collection: CollectionName;
  /** Its path below the collection's folder without the ending: of a bundle, the folder's. */
  id: string;
  /** Relative to the project's folder: `src/content/posts/x.md`. */
  path: string;
  format: 'md' | 'mdx';
  /** The front matter as it was written. */
  raw: Record<string, unknown>;
  /** The front matter as the schema gives it back. */
  data: Data;
  /** The Markdown; its lines are those of the file. */
  body: string;
  /** The path of its page, without the base path; of an author, of the list of posts. */
  url: string;
}

export type PostData = z.output<ReturnType<typeof schemas>['posts']>;
type PageData = z.output<ReturnType<typeof schemas>['pages']>;
type AuthorData = z.output<ReturnType<typeof schemas>['authors']>;

/** Every content file of a site, checked. */
export interface Library {
  posts: ContentFile<PostData>[];
  pages: ContentFile<PageData>[];
  authors: ContentFile<AuthorData>[];
  /** What is wrong with front matter; the files that it is about are in no list. */
  diagnostics: Diagnostic[];
  /** Every file by its path, whether its front matter holds or not. */
  readings: Map<string, Reading>;
}

/** A file as it was read, and what came of it. */
export interface Reading extends Pick<
  ContentFile,
  'collection' | 'id' | 'path' | 'format' | 'body'
> {
  source: string;
  frontMatter: FrontMatter;
  /** Absent where the front matter has mistakes. */
  file?: ContentFile;
  diagnostics: Diagnostic[];
}

/**
 * What was read last below each folder. The loader runs as a module of Vite's, apart from the
 * configuration, which reads the same: they share it by this.
 */
const shared = globalThis as { octavoReadings?: Map<string, Library['readings']> };
/** By folder and settings. */
const lastReadings = (shared.octavoReadings ??= new Map());

/**
 * Reads all content below `root` (an absolute path) from its files. Never throws for what an
 * author wrote: mistakes are in `diagnostics`. A file that has not changed since it was last read
 * is the same reading.
 */
export function readLibrary(root: string, site: Settings): Library {
  const key = `${root} ${JSON.stringify(site)}`;
  const before = lastReadings.get(key);
  const readings = new Map<string, Reading>();
  for (const path of contentPaths(root)) {
    const source = readFileSync(resolve(root, path), 'utf8');
    const known = before?.get(path);
    readings.set(path, known?.source === source ? known : readFile(path, source, site));
  }
  lastReadings.set(key, readings);
  const files = [...readings.values()].flatMap(({ file }) => file ?? []);
  const of = <Data>(collection: CollectionName) =>
    files.filter((file) => file.collection === collection) as ContentFile<Data>[];
  return {
    posts: of<PostData>('posts'),
    pages: of<PageData>('pages'),
    authors: of<AuthorData>('authors'),
    diagnostics: [
      ...[...readings.values()].flatMap(({ diagnostics }) => diagnostics),
      ...crossCheck([...readings.values()], root, site),
    ],
    readings,
  };
}

/** Returns the content file at a path relative to `root`, or `undefined` where there is none that holds. */
export function readContentFile(
  root: string,
  path: string,
  site: Settings,
): ContentFile | undefined {
  const isContent = /^src\/content\/(?:posts|pages|authors)\/.*\.mdx?$/.test(path);
  if (!isContent || !existsSync(resolve(root, path))) return undefined;
  return readFile(path, readFileSync(resolve(root, path), 'utf8'), site).file;
}

/** The schema of each collection with the owner's keys, and with pictures as paths. */
function schemas(timeZone: string) {
  const image = z.string().refine((value) => /^\.\.?\//.test(value), {
    error: 'must be a file near the post, like ./cover.png',
  });
  return collectionSchemas({ timeZone, image }, ownKeys);
}

const madeSchemas = new Map<string, ReturnType<typeof schemas>>();

function schemasFor(timeZone: string): ReturnType<typeof schemas> {
  const made = madeSchemas.get(timeZone) ?? schemas(timeZone);
  madeSchemas.set(timeZone, made);
  return made;
}

/** The content files below `root`, in the same order on every machine. */
function contentPaths(root: string): string[] {
  const pattern = `src/content/{${COLLECTIONS.join(',')}}/**/*.{md,mdx}`;
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

function readFile(path: string, source: string, site: Settings): Reading {
  const frontMatter = readFrontMatter(path, source);
  const reading: Reading = {
    collection: path.split('/')[2] as CollectionName,
    id: contentId(path),
    path,
    format: path.endsWith('.mdx') ? 'mdx' : 'md',
    body: frontMatter.body,
    source,
    frontMatter,
    diagnostics: [...frontMatter.diagnostics],
  };
  if (reading.diagnostics.length > 0) return reading;
  const { data, mistakes } = checkFrontMatter(reading, site);
  if (data) reading.file = contentFile(reading, data, site);
  reading.diagnostics.push(
    ...mistakes.map((mistake) => {
      const { path: keys, subject, message } = mistake;
      const fix = fixOf(mistake, reading);
      return { ...mistakeAt(reading, keys, `${subject}: ${message}`), ...(fix && { fix }) };
    }),
  );
  return reading;
}

/** Returns what mends a mistake of front matter, where its key and value are written plainly. */
function fixOf({ path, mend, subject }: Explanation, { path: file, source, frontMatter }: Reading) {
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

/** Returns the front matter as the schema gives it back, or what is wrong with it. */
function checkFrontMatter(
  { collection, id, frontMatter }: Reading,
  site: Settings,
): { data?: AnyData; mistakes: Explanation[] } {
  const schema = schemasFor(site.timeZone)[collection];
  const { success, data, error } = schema.safeParse(frontMatter.data);
  if (!success) {
    const checked = { input: frontMatter.data, schema, written: frontMatter.written };
    return { mistakes: error.issues.flatMap((issue) => explainIssue(issue, checked)) };
  }
  if (collection === 'posts' && postSlug(id, (data as PostData).slug) === '') {
    const message = `is missing; no address can be made from the name ${id}`;
    return { mistakes: [{ path: ['slug'], subject: 'slug', message }] };
  }
  return { data, mistakes: [] };
}

function contentFile(reading: Reading, data: AnyData, site: Settings): ContentFile {
  const { collection, id, path, format, body, frontMatter } = reading;
  const url = URLS[collection](id, data, site);
  return { collection, id, path, format, body, raw: frontMatter.data, data, url };
}

/** The path of the page of a file of each collection. */
const URLS: Record<CollectionName, (id: string, data: AnyData, site: Settings) => string> = {
  posts: (id, data, site) => {
    const { slug, date } = data as PostData;
    return permalink(site.permalink, {
      slug: postSlug(id, slug),
      day: date.day,
      folder: postFolder(id),
    });
  },
  pages: (id) => paths.page(id),
  authors: (id) => paths.author(id),
};

/** The path below the collection's folder without `.md`, `.mdx` or a bundle's `/index.md`. */
function contentId(path: string): string {
  const below = path.split('/').slice(3).join('/');
  return below.replace(/\.mdx?$/, '').replace(/\/index$/, '');
}
