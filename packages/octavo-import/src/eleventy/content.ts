import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { DATED } from '../old/day-in-name.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { texts, type Values } from '../old/values.ts';
import type { EleventyConfig } from './config.ts';
import { DirectoryData, withYaml } from './data.ts';

/** A template of an Eleventy site. */
export interface EleventyPage extends OldPage {
  /** Relative to the input folder, without its ending. */
  path: string;
  /** The name without the day that it begins with; of an index, its folder's. */
  fileSlug: string;
  isMarkdown: boolean;
  /** The tags of its front matter, without those of folders and layouts. */
  ownTags: readonly string[];
}

/** The content of an Eleventy site. */
export interface EleventyContent {
  pages: EleventyPage[];
  /** Files that are no templates, relative to the project. */
  files: readonly string[];
  diagnostics: Diagnostic[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const TEMPLATE = /\.(?:njk|liquid|html|webc|hbs|ejs)$/i;

/** Reads the templates of an Eleventy site. */
export function readContent(
  root: string,
  config: EleventyConfig,
  progress?: (done: number, all: number) => void,
): EleventyContent {
  const content: EleventyContent = { pages: [], files: [], diagnostics: [] };
  const { input } = config;
  const { files, refused } = filesBelow(root, join(root, input), hiddenFiles(root, config));
  content.diagnostics.push(...refusedLinks(input, refused));
  const data = new DirectoryData(root, config);
  const templates = files.filter((path) => isTemplate(path, input));
  templates.forEach((path, index) => {
    const page = readPage(root, path, config, data, content.diagnostics);
    if (page) content.pages.push(page);
    progress?.(index + 1, templates.length);
  });
  content.files = files
    .filter((path) => !isTemplate(path, input))
    .map((path) => posix.join(input, path));
  return content;
}

/** Returns what is true for the folders that have no templates, and for what the site ignores. */
function hiddenFiles(root: string, { input, folders }: EleventyConfig): (path: string) => boolean {
  const ignored = new Set([...folders, ...ignoredFiles(root)]);
  return (path) =>
    /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path) || ignored.has(posix.join(input, path));
}

/** Returns the files and folders that `.eleventyignore` names. */
function ignoredFiles(root: string): string[] {
  const file = join(root, '.eleventyignore');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const patterns = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#!]/.test(line))
    .map((line) => (/\/./.test(line) ? line.replace(/^\.?\//, '') : `**/${line}`))
    .map((line) => line.replace(/\/$/, ''));
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules'] }).map((path) =>
    path.replaceAll('\\', '/'),
  );
}

/** True for a template; Markdown at the top of a project is about the project. */
function isTemplate(path: string, input: string): boolean {
  if (input === '.' && /^(?:readme|license|changelog|contributing|agents|claude)\b/i.test(path))
    return false;
  return MARKDOWN.test(path) || TEMPLATE.test(path);
}

function readPage(
  root: string,
  path: string,
  config: EleventyConfig,
  data: DirectoryData,
  diagnostics: Diagnostic[],
): EleventyPage | undefined {
  const file = posix.join(config.input, path);
  const isMarkdown = MARKDOWN.test(path);
  // Errors in the front matter of other templates do not matter.
  const source = readOldFileAt(root, file, isMarkdown ? diagnostics : [], { prepare: withYaml });
  if (!source) return undefined;
  const stem = path.replace(/\.[^./]*$/, '');
  const parts = stem.split('/');
  const isIndex = parts.at(-1) === 'index';
  const own = isIndex ? parts.slice(0, -1) : parts;
  const name = own.at(-1) ?? '';
  const given = data.of(file, source.values);
  return {
    ...{ file, path: stem, isMarkdown, kind: 'page', folders: own.slice(0, -1), name },
    fileSlug: DATED.exec(name)?.[2] ?? name,
    ownTags: texts(source.values['tags']),
    ...{ isBundle: false, resources: [], folder: posix.dirname(file) },
    source: { ...source, values: withData(given, source.values) },
  };
}

function withData(given: Values, own: Values): Values {
  const tags = [...texts(given['tags']), ...texts(own['tags'])];
  return { ...given, ...own, ...(tags.length > 0 && { tags }) };
}
