import type { z } from 'zod';
import { permalink, postFolder, postSlug } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { codesOf } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';
import type { FrontMatter } from './front-matter.ts';
import type { CollectionSchemas } from './schema.ts';

/** The collections, each a folder in `src/content/`. */
export const COLLECTIONS = ['posts', 'notes', 'pages', 'authors'] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

/** Returns the collections of a blog, which has notes only by the setting. */
export function collectionsOf({ notes }: Pick<Settings, 'notes'>): CollectionName[] {
  return COLLECTIONS.filter((name) => name !== 'notes' || notes !== undefined);
}

/** Returns the collection of a content file by its path. */
export function collectionOf(path: string): CollectionName {
  return path.split('/')[2] as CollectionName;
}

/** True for a post or note. */
export function isPost({ collection }: Pick<SourceFile, 'collection'>): boolean {
  return collection === 'posts' || collection === 'notes';
}

export type PostData = z.output<CollectionSchemas['posts']>;
export type PageData = z.output<CollectionSchemas['pages']>;
export type AuthorData = z.output<CollectionSchemas['authors']>;

/** A Markdown file in `src/content/`, parsed. */
export interface SourceFile {
  collection: CollectionName;
  /** The key of its language in the settings. */
  code: string;
  /** Its id within its language: the path below the collection's folder, without extension. */
  name: string;
  /** Its id in Astro's collection: `name`, or `de/name` in other languages than the blog's own. */
  id: string;
  /** Relative to the blog's root folder: `src/content/posts/x.md`. */
  path: string;
  format: 'md' | 'mdx';
  /** The Markdown, with the same line numbers as the file. */
  body: string;
  source: string;
  /** The reason why the file cannot be read as text. */
  problem?: Diagnostic;
  frontMatter: FrontMatter;
  /** The front matter as the schema returns it; absent if it has errors. */
  data?: unknown;
  /** The path of the page, without the base path of the site; for an author, of the list of posts. */
  url?: string;
  diagnostics: Diagnostic[];
}

/** A post, page or author whose front matter is valid. */
export interface ContentFile<Data = unknown> extends SourceFile {
  data: Data;
  url: string;
}

/** Every content file of a site, checked. */
export interface Content {
  /** Posts and notes: a note is a post whose title may be empty. */
  posts: ContentFile<PostData>[];
  pages: ContentFile<PageData>[];
  authors: ContentFile<AuthorData>[];
  /** The errors in front matter and replies; files with errors are in none of the lists. */
  diagnostics: Diagnostic[];
  /** All files by path, including those with invalid front matter. */
  sources: Map<string, SourceFile>;
}

/** Returns the path of the page of an entry, without the base path of its language; for an author, of the list. */
export function contentUrl(
  { collection, name, data }: Pick<ContentFile, 'collection' | 'name' | 'data'>,
  { permalink: pattern }: { permalink: string },
): string {
  if (collection === 'pages') return paths.page(name);
  if (collection === 'authors') return paths.author(name);
  const { slug, date } = data as PostData;
  if (collection === 'notes') return paths.note(postSlug(name, slug));
  const [day, folder] = [date.day, postFolder(name)];
  return permalink(pattern, { slug: postSlug(name, slug), day, folder });
}

/**
 * Returns the path below the collection's folder without `.md`, `.mdx` or the `/index.md` of a bundle;
 * of a note with `notes/` before it.
 */
export function contentId(path: string): string {
  const folder = collectionOf(path) === 'notes' ? 'notes/' : '';
  return folder + pathInCollection(path).replace(/\/index$/, '');
}

/**
 * Returns the language of a content file and its ids: `post.de.md`, `post/index.de.md` and `de/post.md`
 * are `post` in German, if the blog has German.
 */
export function fileIds(
  path: string,
  settings: Pick<Settings, 'defaultCode' | 'languages'>,
): Pick<SourceFile, 'code' | 'name' | 'id'> {
  const codes = codesOf(settings);
  const below = pathInCollection(path);
  const known = (code: string | undefined) =>
    codes.length > 1 ? codes.find((one) => one === code) : undefined;
  const suffix = known(/\.([^./]+)$/.exec(below)?.[1]);
  const folder = suffix ? undefined : known(/^([^/]+)\//.exec(below)?.[1]);
  const written = suffix ? below.slice(0, -suffix.length - 1) : below.slice((folder ?? '').length);
  const name = written.replace(/^\//, '').replace(/\/index$/, '');
  const code = suffix ?? folder ?? settings.defaultCode;
  return { code, name, id: code === settings.defaultCode ? name : `${code}/${name}` };
}

/** Returns the key that a file shares with its translations, and with no other file. */
export function translationKey(file: Pick<SourceFile, 'collection' | 'name' | 'data'>): string {
  const { translationKey: key = file.name } = (file.data ?? {}) as Partial<PostData>;
  return `${file.collection} ${key}`;
}

function pathInCollection(path: string): string {
  return path
    .split('/')
    .slice(3)
    .join('/')
    .replace(/\.mdx?$/, '');
}
