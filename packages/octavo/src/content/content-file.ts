import type { z } from 'zod';
import { permalink, postFolder, postSlug } from '../addresses/permalink.ts';
import { paths } from '../addresses/urls.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './front-matter.ts';
import type { CollectionSchemas } from './schema.ts';

/** The collections, each a folder in `src/content/`. */
export const COLLECTIONS = ['posts', 'pages', 'authors'] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

export type PostData = z.output<CollectionSchemas['posts']>;
export type PageData = z.output<CollectionSchemas['pages']>;
export type AuthorData = z.output<CollectionSchemas['authors']>;

/** A Markdown file in `src/content/`, parsed. */
export interface SourceFile {
  collection: CollectionName;
  /** The path below the collection's folder, without the extension or the `/index.md` of a bundle. */
  id: string;
  /** Relative to the blog's root folder: `src/content/posts/x.md`. */
  path: string;
  format: 'md' | 'mdx';
  /** The Markdown, with the same line numbers as the file. */
  body: string;
  source: string;
  frontMatter: FrontMatter;
  /** The front matter as the schema returns it; absent if it has errors. */
  data?: unknown;
  /** The path of the page, without the base path; for an author, of the list of posts. */
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
  posts: ContentFile<PostData>[];
  pages: ContentFile<PageData>[];
  authors: ContentFile<AuthorData>[];
  /** The errors in front matter and replies; files with errors are in none of the lists. */
  diagnostics: Diagnostic[];
  /** All files by path, including those with invalid front matter. */
  sources: Map<string, SourceFile>;
}

/** Returns the path of the page of an entry, without the base path; for an author, of the list. */
export function contentUrl(
  { collection, id, data }: Pick<ContentFile, 'collection' | 'id' | 'data'>,
  { permalink: pattern }: { permalink: string },
): string {
  if (collection === 'pages') return paths.page(id);
  if (collection === 'authors') return paths.author(id);
  const { slug, date } = data as PostData;
  return permalink(pattern, { slug: postSlug(id, slug), day: date.day, folder: postFolder(id) });
}

/** Returns the path below the collection's folder without `.md`, `.mdx` or the `/index.md` of a bundle. */
export function contentId(path: string): string {
  const below = path.split('/').slice(3).join('/');
  return below.replace(/\.mdx?$/, '').replace(/\/index$/, '');
}
