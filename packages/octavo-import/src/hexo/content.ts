import { join, matchesGlob, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { text, texts } from '../old/values.ts';
import type { HexoConfig } from './config.ts';
import { readPostName } from './post-name.ts';

/** A post or page of a Hexo blog, with the facts in its path. */
export interface HexoPage extends OldPage {
  type: 'post' | 'draft' | 'page';
  /** Relative to the folder of the sources, without its ending. */
  path: string;
  /** What `:title` stands for in permalinks, with the folders of the file. */
  slug: string;
  /** The day in the name of the file. */
  day: string | undefined;
  isHtml: boolean;
}

/** The content of a Hexo blog. */
export interface HexoContent {
  pages: HexoPage[];
  /** Files that are published as they are, relative to the folder of the sources. */
  statics: string[];
  diagnostics: Diagnostic[];
}

const MARKDOWN = /\.(?:md|markdown|mkdn?|mdwn|mdte?xt)$/i;
const POSTS = /^_(posts|drafts)\//;

/** Reads the content of a Hexo blog. */
export function readContent(
  root: string,
  config: HexoConfig,
  progress?: (done: number, all: number) => void,
): HexoContent {
  const { source } = config;
  const content: HexoContent = { pages: [], statics: [], diagnostics: [] };
  const { files, refused } = filesBelow(root, join(root, source), isHidden);
  content.diagnostics.push(...refusedLinks(source, refused));
  files.forEach((path, index) => {
    const page = isText(path, config) ? readPage(root, path, files, config, content) : undefined;
    if (page) content.pages.push(page);
    else if (!POSTS.test(path)) content.statics.push(path);
    progress?.(index + 1, files.length);
  });
  return content;
}

/** True for names that begin with `_` or a dot, and backups of editors, which Hexo ignores. */
function isHidden(path: string): boolean {
  return /(?:^|\/)[_.][^/]*$|[~%]$/.test(path) && !/^_(?:posts|drafts)$/.test(path);
}

function isText(path: string, { values }: HexoConfig): boolean {
  const isSkipped = texts(values['skip_render']).some((pattern) => matchesGlob(path, pattern));
  return !isSkipped && (MARKDOWN.test(path) || /\.html?$/i.test(path));
}

/** Reads a text; HTML without front matter, or without a layout, is a file like any other. */
function readPage(
  root: string,
  path: string,
  files: readonly string[],
  config: HexoConfig,
  { diagnostics }: HexoContent,
): HexoPage | undefined {
  const file = posix.join(config.source, path);
  const isHtml = !MARKDOWN.test(path);
  const source = readOldFileAt(root, file, diagnostics, { mayLackOpening: !isHtml });
  const layout = text(source?.values['layout']);
  if (!source || (isHtml && (!source.hasFrontMatter || layout === 'false'))) return undefined;
  const [, kind] = POSTS.exec(path) ?? [];
  const type = kind === undefined ? 'page' : kind === 'posts' ? 'post' : 'draft';
  const stem = path.replace(/\.[^./]*$/, '');
  const named = readPostName(stem.replace(POSTS, ''), config.postName);
  const resources = config.hasAssetFolders && type !== 'page' ? filesIn(stem, files) : [];
  return {
    ...{ file, source, type, path: stem, isHtml, slug: named.slug, day: named.day },
    ...(type === 'page' ? pageNames(stem) : postNames(named.slug)),
    ...{ kind: 'page', resources, isBundle: resources.length > 0 },
    folder: posix.dirname(file),
  };
}

function filesIn(folder: string, files: readonly string[]): string[] {
  return files
    .filter((path) => path.startsWith(`${folder}/`) && !MARKDOWN.test(path))
    .map((path) => path.slice(folder.length + 1));
}

function postNames(slug: string): Pick<OldPage, 'folders' | 'name'> {
  const parts = slug.split('/');
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

/** A page that is the index of its folder has the folder's name. */
function pageNames(path: string): Pick<OldPage, 'folders' | 'name'> {
  return postNames(path.replace(/\/index$/, ''));
}
