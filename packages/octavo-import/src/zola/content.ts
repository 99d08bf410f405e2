import { join, matchesGlob, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { DATED } from '../old/day-in-name.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { map, texts } from '../old/values.ts';
import type { ZolaConfig } from './config.ts';

/** A page or section of a Zola site, with the facts in its path. */
export interface ZolaPage extends OldPage {
  /** Relative to `content/`: `blog/a-post.md`. */
  path: string;
  /** The language in the name of the file: `a-post.es.md`. */
  language: string | undefined;
  /** The day that the name begins with, which is no part of it. */
  day: string | undefined;
}

/** The content of a Zola site. */
export interface ZolaContent {
  pages: ZolaPage[];
  diagnostics: Diagnostic[];
}

const FOLDER = 'content';

/** Reads the content of a Zola site. */
export function readContent(
  root: string,
  config: ZolaConfig,
  progress?: (done: number, all: number) => void,
): ZolaContent {
  const content: ZolaContent = { pages: [], diagnostics: [] };
  const ignored = texts(config.values['ignored_content']);
  const { files, refused } = filesBelow(root, join(root, FOLDER), (path) =>
    // A star stands for slashes too.
    ignored.some((pattern) => matchesGlob(path, pattern.replaceAll('*', '**'))),
  );
  content.diagnostics.push(...refusedLinks(FOLDER, refused));
  const markdown = files.filter((path) => path.endsWith('.md'));
  markdown.forEach((path, index) => {
    const page = readPage(root, path, files, config, content.diagnostics);
    if (page) content.pages.push(page);
    progress?.(index + 1, markdown.length);
  });
  return content;
}

function readPage(
  root: string,
  path: string,
  files: readonly string[],
  config: ZolaConfig,
  diagnostics: Diagnostic[],
): ZolaPage | undefined {
  const file = posix.join(FOLDER, path);
  const source = readOldFileAt(root, file, diagnostics);
  if (!source) return undefined;
  const { stem, language } = stemOf(path, config);
  const folder = posix.dirname(path);
  const isIndex = (stem === 'index' || stem === '_index') && folder !== '.';
  const isSection = stem === '_index';
  const resources = isIndex ? resourcesIn(folder, files, isSection) : [];
  return {
    ...{ file, path, language, resources },
    kind: isSection ? (folder === '.' ? 'home' : 'section') : 'page',
    ...namesOf(folder === '.' ? [] : folder.split('/'), stem, isIndex, config),
    isBundle: !isSection && resources.length > 0,
    folder: posix.dirname(file),
    source: { ...source, values: flat(source.values) },
  };
}

/** The name of an index is that of its folder; the day that a name begins with is no part of it. */
function namesOf(
  folders: readonly string[],
  stem: string,
  isIndex: boolean,
  { keepsDates }: ZolaConfig,
): Pick<ZolaPage, 'folders' | 'name' | 'day'> {
  const whole = isIndex ? (folders.at(-1) ?? '') : stem === '_index' ? '' : stem;
  const [, day, rest = ''] = stem === '_index' || keepsDates ? [] : (DATED.exec(whole) ?? []);
  return {
    folders: isIndex ? folders.slice(0, -1) : folders,
    ...{ name: rest === '' ? whole : rest, day },
  };
}

/** Moves the keys of the theme and of taxonomies to the top level, where their usual names are read. */
function flat(values: Record<string, unknown>): Record<string, unknown> {
  const { extra, taxonomies, ...own } = values;
  return { ...map(extra), ...map(taxonomies), ...own };
}

/** `a-post.es.md` is `a-post` in Spanish where the site has that language. */
function stemOf(path: string, { otherLanguages }: ZolaConfig) {
  const whole = posix.basename(path, '.md');
  const [, stem = whole, language] = /^(.*)\.([^.]+)$/.exec(whole) ?? [];
  const isKnown = language !== undefined && otherLanguages.includes(language);
  return isKnown ? { stem, language } : { stem: whole, language: undefined };
}

/** The files beside an index; those of a section are not below the folders of its pages. */
function resourcesIn(folder: string, files: readonly string[], isSection: boolean): string[] {
  const below = files.filter((path) => path.startsWith(`${folder}/`) && !path.endsWith('.md'));
  const own = isSection ? below.filter((path) => posix.dirname(path) === folder) : below;
  return own.map((path) => path.slice(folder.length + 1));
}
