import { existsSync, globSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { map, text, texts, type Values } from '../old/values.ts';
import type { AstroConfig } from './config.ts';
import { isCall } from '../modules/static-values.ts';

/** A content file, and its place in its collection. */
export interface AstroPage extends OldPage {
  /** The name of its collection; `pages` of a file in `src/pages/`. */
  collection: string;
  /** Its path in its collection, without its ending. */
  path: string;
  isMdx: boolean;
}

/** A collection of content files, by its configuration or by its folder in `src/content/`. */
interface Collection {
  name: string;
  /** Relative to the project. */
  base: string;
  patterns: readonly string[];
  /** True if its ids are made by a function, which is not executed. */
  hasOwnIds: boolean;
}

/** The content of an Astro blog. */
export interface AstroContent {
  pages: AstroPage[];
  collections: readonly Collection[];
  diagnostics: Diagnostic[];
}

const CONTENT_CONFIG = ['src/content.config', 'src/content/config'].flatMap((base) =>
  ['.ts', '.mts', '.js', '.mjs'].map((ending) => base + ending),
);

const IS_TEXT = /\.(?:md|mdx|markdown)$/i;

/** Reads the texts in the collections and the pages of an Astro blog. */
export function readContent(
  root: string,
  config: AstroConfig,
  progress?: (done: number) => void,
): AstroContent {
  const collections = findCollections(root, config);
  const content: AstroContent = { pages: [], collections, diagnostics: [] };
  for (const collection of [...collections, PAGES]) {
    const { base } = collection;
    const { files, refused } = filesBelow(root, join(root, base), (path) =>
      /(?:^|\/)(?:\.|node_modules$)/.test(path),
    );
    content.diagnostics.push(...refusedLinks(base, refused));
    for (const path of files.filter(
      (one) => IS_TEXT.test(one) && matches(one, collection.patterns),
    )) {
      readPage(root, posix.join(base, path), { path, collection, files }, content);
      progress?.(content.pages.length);
    }
  }
  return content;
}

/** Texts in `src/pages/` are pages by themselves. */
const PAGES: Collection = {
  ...{ name: 'pages', base: 'src/pages', hasOwnIds: false },
  patterns: ['**/*', '!**/_*', '!**/_*/**'],
};

function matches(path: string, patterns: readonly string[]): boolean {
  const isMatch = (pattern: string) => posix.matchesGlob(path, pattern);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!'));
  return wanted.some(isMatch) && !unwanted.some((pattern) => isMatch(pattern.slice(1)));
}

function readPage(
  root: string,
  file: string,
  { path, collection, files }: { path: string; collection: Collection; files: readonly string[] },
  { pages, diagnostics }: AstroContent,
): void {
  const source = readOldFileAt(root, file, diagnostics);
  if (!source) return;
  const stem = path.replace(IS_TEXT, '');
  const parts = stem.split('/');
  const isIndex = parts.at(-1)?.toLowerCase() === 'index' && parts.length > 1;
  const own = isIndex ? parts.slice(0, -1) : parts;
  const folder = posix.dirname(path);
  // A folder with several texts is none of one of them.
  const isBundle =
    isIndex &&
    files.filter((one) => one.startsWith(`${folder}/`) && IS_TEXT.test(one)).length === 1;
  pages.push({
    ...{ file, source, collection: collection.name, path: stem, isBundle, resources: [] },
    ...{ kind: 'page', name: own.at(-1) ?? '', folders: own.slice(0, -1) },
    folder: posix.dirname(file),
    isMdx: /\.mdx$/i.test(path),
  });
}

function findCollections(root: string, config: AstroConfig): Collection[] {
  const file = CONTENT_CONFIG.find((path) => existsSync(join(root, path)));
  const configured = Object.entries(
    file === undefined ? {} : map(config.modules.values(file), 'collections'),
  ).flatMap(([name, value]): Collection[] => {
    const loader = map(value)['loader'];
    if (loader === undefined) return [legacy(name)];
    if (isCall(loader, 'glob')) return [globbed(name, map(loader.with[0]))];
    return isCall(loader, 'docsLoader') ? [legacy(name)] : [];
  });
  const bases = new Set(configured.map(({ base }) => base));
  const others = globSync('src/content/*/', { cwd: root })
    .map((path) => posix.basename(path.replaceAll('\\', '/')))
    .filter((name) => !name.startsWith('_'))
    .map(legacy)
    .filter(
      ({ base, name }) =>
        ![...bases].some((one) => `${base}/`.startsWith(`${one}/`) || one.startsWith(`${base}/`)) &&
        !configured.some((one) => one.name === name),
    );
  return [...configured, ...others];
}

/** A collection by its folder; names that begin with a low line are left out. */
function legacy(name: string): Collection {
  return {
    ...{ name, base: `src/content/${name}`, hasOwnIds: false },
    patterns: ['**/*', '!**/_*', '!**/_*/**'],
  };
}

function globbed(name: string, options: Values): Collection {
  const base = posix.join(text(options['base']) ?? '.').replace(/\/$/, '');
  const patterns = texts(options['pattern']);
  return {
    ...{ name, base, patterns: patterns.length > 0 ? patterns.map(plain) : ['**/*'] },
    hasOwnIds: 'generateId' in options,
  };
}

/** `./**` and `**` are one pattern. */
function plain(pattern: string): string {
  return pattern.replace(/^(!?)\.\//, '$1');
}
