import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { DATED } from '../old/day-in-name.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import { parseJson } from '../old/formats.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { boolean, text } from '../old/values.ts';
import { Vault } from './wikilinks.ts';

/** The system whose Markdown a folder has. */
type Kind = 'obsidian' | 'dev.to' | 'plain';

/** The content of a folder of Markdown. */
export interface MarkdownContent {
  kind: Kind;
  /** True if a line break in a paragraph is one on the page. */
  hasHardBreaks: boolean;
  pages: OldPage[];
  /** Other files, relative to the folder. */
  files: readonly string[];
  diagnostics: Diagnostic[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Files about the folder itself. */
const ABOUT =
  /(?:^|\/)(?:readme|license|licence|contributing|changelog|code_of_conduct|security|agents|claude|project)\.(?:md|markdown)$/i;

/** True for the path of a text that may be a post. */
export function isTextFile(path: string): boolean {
  const isHidden = /(?:^|\/)(?:\.|node_modules\/)/.test(path.replaceAll('\\', '/'));
  return !isHidden && MARKDOWN.test(path) && !ABOUT.test(path.replaceAll('\\', '/'));
}

/** Reads the texts in a folder. */
export function readContent(
  root: string,
  progress?: (done: number, all: number) => void,
): MarkdownContent {
  const settings = obsidianSettings(root);
  const { files, refused } = filesBelow(root, root, (path) =>
    /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path),
  );
  const isTemplate = (path: string) =>
    settings?.templates !== undefined && path.startsWith(`${settings.templates}/`);
  const markdown = files.filter((path) => isTextFile(path) && !isTemplate(path));
  const diagnostics = refusedLinks('.', refused);
  const common = commonFolder(markdown);
  const pages = markdown.flatMap((path, index) => {
    progress?.(index + 1, markdown.length);
    return readPage(root, path, common, diagnostics) ?? [];
  });
  const isDevTo = existsSync(join(root, 'dev-to-git.json')) || pages.some(isOfDevTo);
  const others = files.filter((path) => !MARKDOWN.test(path));
  const isVault = settings !== undefined || hasWikilinks(pages, others);
  const kind = isVault ? 'obsidian' : isDevTo ? 'dev.to' : 'plain';
  return {
    ...{ kind, diagnostics, files: others },
    hasHardBreaks: isVault ? settings?.isStrict !== true : isDevTo,
    // Other Markdown in a repository of dev.to posts is not a post.
    pages: isDevTo ? pages.filter(({ source }) => source.hasFrontMatter) : pages,
  };
}

/** True if a text links to another as Obsidian does. */
function hasWikilinks(pages: readonly OldPage[], files: readonly string[]): boolean {
  const vault = new Vault(pages, files);
  return pages.some(({ source }) =>
    [...source.body.matchAll(/\[\[([^[\]|#\n]+)[^[\]\n]*\]\]/g)].some(
      ([, name = '']) => vault.note(name) !== undefined,
    ),
  );
}

function obsidianSettings(root: string) {
  if (!existsSync(join(root, '.obsidian'))) return undefined;
  const read = (name: string) => {
    const path = join(root, '.obsidian', name);
    return existsSync(path) ? parseJson(readFileSync(path, 'utf8')).values : {};
  };
  return {
    isStrict: boolean(read('app.json')['strictLineBreaks']) ?? false,
    templates: text(read('templates.json')['folder']),
  };
}

function isOfDevTo({ source: { values } }: OldPage): boolean {
  return 'published' in values && 'cover_image' in values && 'tags' in values;
}

function readPage(
  root: string,
  file: string,
  common: string,
  diagnostics: Diagnostic[],
): OldPage | undefined {
  const source = readOldFileAt(root, file, diagnostics);
  if (!source) return undefined;
  const parts = file.slice(common.length).replace(MARKDOWN, '').split('/');
  const isIndex = /^(?:index|readme)$/i.test(parts.at(-1) ?? '') && parts.length > 1;
  const own = isIndex ? parts.slice(0, -1) : parts;
  return {
    ...{ file, source, kind: 'page', folders: own.slice(0, -1), name: own.at(-1) ?? '' },
    ...{ isBundle: false, resources: [], folder: posix.dirname(file) },
  };
}

/** Returns the folder that all texts are in, with a slash at its end; empty if it is the folder itself. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => posix.dirname(path).split('/'));
  const shared = [...first];
  for (const parts of others) {
    const length = shared.findIndex((part, index) => parts[index] !== part);
    if (length !== -1) shared.length = length;
  }
  return shared.length === 0 || shared[0] === '.' ? '' : `${shared.join('/')}/`;
}

/** Returns a name without the day that it begins with; a name that is a day stays. */
export function withoutDay(name: string): string {
  return DATED.exec(name)?.[2] ?? name;
}
