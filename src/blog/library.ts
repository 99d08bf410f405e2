import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from './diagnostics.ts';
import { explainIssue } from './explain.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { didYouMean } from './nearest.ts';
import { permalink, postSlug } from './permalink.ts';
import { authorSchema, pageSchema, postSchema } from './schema.ts';
import type { Settings } from './settings.ts';
import { paths } from './urls.ts';

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
export type PageData = z.output<ReturnType<typeof schemas>['pages']>;
export type AuthorData = z.output<ReturnType<typeof schemas>['authors']>;

/** Every content file of a site, checked. */
export interface Library {
  posts: ContentFile<PostData>[];
  pages: ContentFile<PageData>[];
  authors: ContentFile<AuthorData>[];
  /** What is wrong with front matter; the files that it is about are in no list. */
  diagnostics: Diagnostic[];
  /** Every file by its path, for a later reading to take over what has not changed. */
  readings: Map<string, Reading>;
}

/** A file as it was read, and what came of it. */
interface Reading {
  source: string;
  frontMatter: FrontMatter;
  file?: ContentFile;
  diagnostics: Diagnostic[];
}

/**
 * Reads all content below `root` (an absolute path) from its files. Never throws for what an
 * author wrote: mistakes are in `diagnostics`. A `previous` library saves the work on files
 * that have not changed since.
 */
export function readLibrary(root: string, site: Settings, previous?: Library): Library {
  const readings = new Map<string, Reading>();
  for (const path of contentPaths(root)) {
    const source = readFileSync(resolve(root, path), 'utf8');
    const known = previous?.readings.get(path);
    readings.set(path, known?.source === source ? known : readFile(path, source, site));
  }
  const files = [...readings.values()].flatMap(({ file }) => (file ? [file] : []));
  const of = <Data>(collection: CollectionName) =>
    files.filter((file) => file.collection === collection) as ContentFile<Data>[];
  const library = {
    posts: of<PostData>('posts'),
    pages: of<PageData>('pages'),
    authors: of<AuthorData>('authors'),
    diagnostics: [...readings.values()].flatMap(({ diagnostics }) => diagnostics),
    readings,
  };
  library.diagnostics.push(...checkTogether(library, root, site));
  return library;
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

/** The schema of each collection, with pictures as paths. */
function schemas(timeZone: string) {
  const image = z.string().refine((value) => /^\.\.?\//.test(value), {
    error: 'must be a file near the post, like ./cover.png',
  });
  return {
    posts: postSchema({ timeZone, image }),
    pages: pageSchema({ timeZone }),
    authors: authorSchema(),
  };
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
  if (frontMatter.diagnostics.length > 0) {
    return { source, frontMatter, diagnostics: frontMatter.diagnostics };
  }
  const collection = path.split('/')[2] as CollectionName;
  const id = contentId(path);
  const schema = schemasFor(site.timeZone)[collection];
  const { success, data, error } = schema.safeParse(frontMatter.data);
  if (!success) {
    const known = Object.keys(schema.shape);
    const diagnostics = error.issues
      .flatMap((issue) => explainIssue(issue, frontMatter.data, known))
      .map(({ path: keys, subject, message }) =>
        mistakeAt(path, frontMatter, keys, `${subject}: ${message}`),
      );
    return { source, frontMatter, diagnostics };
  }
  const { url, message } = address(collection, id, data, site);
  if (message) {
    return { source, frontMatter, diagnostics: [mistakeAt(path, frontMatter, [], message)] };
  }
  const format = path.endsWith('.mdx') ? 'mdx' : 'md';
  const { data: raw, body } = frontMatter;
  return {
    source,
    frontMatter,
    file: { collection, id, path, format, raw, data, body, url },
    diagnostics: [],
  };
}

/** The path below the collection's folder without `.md`, `.mdx` or a bundle's `/index.md`. */
function contentId(path: string): string {
  const below = path.split('/').slice(3).join('/');
  return below.replace(/\.mdx?$/, '').replace(/\/index$/, '');
}

type AnyData = PostData | PageData | AuthorData;

/** Returns the path of a file's page, or what is wrong with its name. */
function address(
  collection: CollectionName,
  id: string,
  data: AnyData,
  site: Settings,
): { url: string; message?: string } {
  if (collection === 'pages') return { url: paths.page(id.replace(/^index$/, '')) };
  if (collection === 'authors') return { url: paths.author(id) };
  const post = data as PostData;
  const slug = postSlug(id, post.slug);
  if (slug === '') {
    return { url: '', message: `slug: is missing; no address can be made from the name ${id}` };
  }
  return { url: permalink(site.permalink, { slug, day: post.date.day }) };
}

/** The mistakes that only show when all files are known. */
function checkTogether(
  library: Omit<Library, 'diagnostics'>,
  root: string,
  site: Settings,
): Diagnostic[] {
  return [
    ...addressMistakes([...library.pages, ...library.posts], library.readings),
    ...authorMistakes(library, site),
    ...coverMistakes(library, root),
  ];
}

function addressMistakes(
  files: readonly ContentFile[],
  readings: Map<string, Reading>,
): Diagnostic[] {
  const owners = new Map<string, string>();
  return files.flatMap((file) => {
    const owner =
      owners.get(file.url) ?? (isReserved(file.url) ? 'a page of Octavo itself' : undefined);
    owners.set(file.url, owners.get(file.url) ?? file.path);
    if (owner === undefined) return [];
    const mend = file.collection === 'posts' ? 'set another slug' : 'rename one of them';
    return [
      mistakeIn(
        file,
        readings,
        ['slug'],
        `slug: ${file.url} is the address of ${owner} too; ${mend}`,
      ),
    ];
  });
}

/** True for paths that the engine's own routes answer on. */
function isReserved(url: string): boolean {
  return /^\/(?:$|(?:page|tags|archive|authors|404)\/)/.test(url);
}

function authorMistakes(
  { posts, authors, readings }: Omit<Library, 'diagnostics'>,
  site: Settings,
): Diagnostic[] {
  const ids = new Set([...authorIds(authors, readings)]);
  const unknown = (id: string) => `there is no src/content/authors/${id}.md${didYouMean(id, ids)}`;
  const found = posts.flatMap((post) =>
    post.data.authors.flatMap((id, index) =>
      ids.has(id)
        ? []
        : [mistakeIn(post, readings, ['authors', index], `authors[${index}]: ${unknown(id)}`)],
    ),
  );
  if (ids.has(site.author)) return found;
  const file = 'src/site.config.ts';
  return [
    ...found,
    { file, line: 1, column: 1, severity: 'error', message: `author: ${unknown(site.author)}` },
  ];
}

/** The ids of all authors, those whose file has mistakes included: each mistake is said once. */
function authorIds(authors: readonly ContentFile[], readings: Map<string, Reading>): string[] {
  const broken = [...readings.keys()].filter((path) => path.startsWith('src/content/authors/'));
  return [...authors.map(({ id }) => id), ...broken.map(contentId)];
}

function coverMistakes(
  { posts, readings }: Omit<Library, 'diagnostics'>,
  root: string,
): Diagnostic[] {
  return posts.flatMap((post) => {
    const picture = post.data.cover?.image;
    if (picture === undefined || existsSync(resolve(root, dirname(post.path), picture))) return [];
    return [
      mistakeIn(
        post,
        readings,
        ['cover', 'image'],
        `cover.image: there is no file ${picture} here`,
      ),
    ];
  });
}

function mistakeIn(
  { path }: ContentFile,
  readings: Map<string, Reading>,
  keys: readonly PropertyKey[],
  message: string,
): Diagnostic {
  return mistakeAt(path, readings.get(path)!.frontMatter, keys, message);
}

function mistakeAt(
  file: string,
  { locate }: FrontMatter,
  keys: readonly PropertyKey[],
  message: string,
): Diagnostic {
  return { file, ...locate(keys), severity: 'error', message };
}
