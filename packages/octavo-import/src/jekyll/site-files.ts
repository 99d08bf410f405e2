import { readFileSync } from 'node:fs';
import { join, matchesGlob, posix } from 'node:path';
import { filesBelow } from '../old/files-below.ts';
import type { JekyllConfig } from './config.ts';

/** A file of the blog, by what Jekyll makes of it. */
export interface SiteFile {
  /** Relative to the folder of the sources: `_posts/2024-01-06-a-post.md`. */
  path: string;
  /** `static` is published as it is; `undated` is a text among the posts that Jekyll skips. */
  kind: 'post' | 'undated' | 'draft' | 'document' | 'page' | 'static';
  /** The name of the collection of a document, or of a file beside its documents. */
  collection?: string;
}

/** The files of a blog, and symbolic links that lead nowhere or out of it. */
export function findSiteFiles(root: string, config: JekyllConfig) {
  const folder = join(root, config.source);
  const { files, refused } = filesBelow(root, folder, (path) => isExcluded(path, config));
  return { files: files.flatMap((path) => classify(folder, path, config) ?? []), refused };
}

/** Names of folders that are read though they begin with an underscore. */
const SPECIAL = /^[._#~]|~$/;

function isExcluded(path: string, config: JekyllConfig): boolean {
  const { include, exclude } = config;
  const isIncluded = [path, posix.basename(path)].some((one) => matches(one, include));
  if (isIncluded) return false;
  if (exclude.some((pattern) => isBelow(path, pattern))) return true;
  return SPECIAL.test(posix.basename(path)) && !isRead(path, config);
}

function matches(path: string, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) => path === pattern.replace(/^\/|\/$/g, '') || matchesGlob(path, pattern),
  );
}

/** Jekyll compares the beginnings of paths, and then patterns in which `*` stands for `/` too. */
function isBelow(path: string, written: string): boolean {
  const pattern = written.replace(/^\.?\//, '');
  if (pattern === '') return false;
  return path.startsWith(pattern) || `${path}/` === pattern || fnmatch(path, pattern);
}

function fnmatch(path: string, pattern: string): boolean {
  if (!/[*?[]/.test(pattern)) return false;
  return matchesGlob(path, pattern) || matchesGlob(path.replaceAll('/', '-'), pattern);
}

/** True for the folders of posts, drafts and collections. */
function isRead(path: string, { collections, collectionsFolder }: JekyllConfig): boolean {
  const name = posix.basename(path);
  if (name === '_posts' || name === '_drafts') return true;
  const folder = posix.dirname(path);
  return collections.has(name.slice(1)) && folder === (collectionsFolder || '.');
}

function classify(folder: string, path: string, config: JekyllConfig): SiteFile | undefined {
  const parts = path.split('/');
  const special = parts.findIndex((part) => part === '_posts' || part === '_drafts');
  if (special !== -1) return publishable(path, parts[special] === '_posts', config);
  const below = config.collectionsFolder === '' ? path : inFolder(path, config.collectionsFolder);
  const [, name = ''] = /^_([^/]+)\//.exec(below ?? '') ?? [];
  const collection = config.collections.get(name);
  const hasHeader = hasFrontMatter(join(folder, path));
  if (!collection) return { path, kind: hasHeader ? 'page' : 'static' };
  return { path, collection: name, kind: hasHeader ? 'document' : 'static' };
}

function inFolder(path: string, folder: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Posts have their day in their name; other files among them are not published. */
export const NAMED_BY_DAY = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)\.([^.]+)$/;

function publishable(
  path: string,
  isPost: boolean,
  { markdownEndings, hasUndatedPosts }: JekyllConfig,
): SiteFile | undefined {
  const name = posix.basename(path);
  const ending = posix.extname(name).slice(1).toLowerCase();
  const isText = markdownEndings.has(ending) || ending === 'html';
  if (!isPost) return isText ? { path, kind: 'draft' } : undefined;
  if (NAMED_BY_DAY.test(name) || (isText && hasUndatedPosts)) return { path, kind: 'post' };
  return isText ? { path, kind: 'undated' } : undefined;
}

/** Without front matter a file is none of Jekyll's pages. */
function hasFrontMatter(file: string): boolean {
  const start = readFileSync(file).subarray(0, 8).toString('latin1');
  return /^(?:ï»¿)?---[ \t]*\r?\n/.test(start);
}
