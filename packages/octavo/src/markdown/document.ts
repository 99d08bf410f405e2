import { existsSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { resolve } from 'node:path';
import type { Data } from 'satteri';
import { readText } from '../content/read-text.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import { diagnosticOf, type Diagnostic, type Position } from '../diagnostics/diagnostic.ts';
import { digestOf } from '../digest-of.ts';
import type { Settings } from '../settings/settings.ts';
import type { ColoredCode } from './code/highlighter.ts';
import { coverError, fileError } from './pictures/file-error.ts';

/** A text to render. */
export interface Source {
  /** Relative to the project's folder. */
  path: string;
  format: 'md' | 'mdx';
  /** The Markdown; where its first line is not the file's, diagnostics are off by as much. */
  body: string;
  /** The language of the text; that of the site by default. */
  language?: string | undefined;
  /** The code that an earlier rendering of the file colored. */
  colored?: ColoredCode | undefined;
}

/** Queries of a document about the rest of the site. Paths are relative to the project's folder. */
export interface SiteIndex {
  /**
   * The path of a content file's page below the base path of the site; `false` where the file is not
   * published and has none; `undefined` where there is no such file.
   */
  address: (path: string) => string | false | undefined;
  exists: (path: string) => boolean;
  /** True for a file that is no folder. */
  isFile: (path: string) => boolean;
  /** The ids in a content file; `undefined` if unknown. */
  anchors: (path: string) => string[] | undefined;
  /**
   * What stands at a path of this site, without the base path: the content file of a page, `true`
   * for what is no content file's, `false` for what is not published, `undefined` for nothing.
   */
  page: (path: string) => string | boolean | undefined;
  /** The content file with a translation, by its language and the file: `de src/content/posts/a.md`. */
  translation: (query: string) => string | undefined;
  /** The files in `src/content/` with a name in links, by language and name: `de Post title`. */
  named: (query: string) => string[] | undefined;
  /** The title of a content file; the name of an author. */
  title: (path: string) => string | undefined;
  /** When a content file, or the page at a path, is published; `undefined` if it is. */
  release: (path: string) => Release | undefined;
  /** The bytes of a file; `undefined` if not found. */
  size: (path: string) => number | undefined;
  /** Why a file cannot be published, `is empty; …`; `undefined` if it can, or is not found. */
  fileError: (path: string) => string | undefined;
  /** The version of a package that the blog installs itself; `undefined` if not found. */
  package: (name: string) => string | undefined;
  /** The text of a file inside the project; `undefined` if not found. */
  text: (path: string) => string | undefined;
}

/** When something will be published. */
export interface Release {
  /** Milliseconds since 1970; Infinity for a draft. */
  time: number;
  /** In the site's time zone, for people; absent for a draft. */
  when?: string;
}

/** The facts of files that documents and checks query. */
export interface ProjectFiles extends Pick<
  SiteIndex,
  'exists' | 'isFile' | 'size' | 'fileError' | 'package' | 'text'
> {
  /** Like `fileError`, for a cover. */
  coverError: (path: string) => string | undefined;
}

/** Returns what a document can ask about files inside the project, which is at `root`. */
export function filesBelow(root: string): ProjectFiles {
  const inside = (path: string) => (path.startsWith('..') ? '' : resolve(root, path));
  return {
    exists: (path) => existsSync(inside(path)),
    isFile: (path) => statSync(inside(path), { throwIfNoEntry: false })?.isFile() === true,
    size: (path) => statSync(inside(path), { throwIfNoEntry: false })?.size,
    fileError: (path) => fileError(inside(path)),
    coverError: (path) => coverError(inside(path)),
    package: versionOf,
    text: (path) => {
      if (inside(path) === '') return undefined;
      const { text, problem } = readText(root, path);
      return problem ? undefined : text;
    },
  };
}

/** Returns the version of a package that the engine finds. */
function versionOf(name: string): string | undefined {
  try {
    const file = findPackageJSON(name, import.meta.url)!;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** A query of a document and its answer: a rendering is valid while the answers are the same. */
export type Dependency = [
  question: keyof SiteIndex,
  path: string,
  answer: string | number | boolean | null,
];

const DEFAULTS = {
  ...{ language: 'en', base: '/', elsewhere: [], wikilinks: false, search: true },
  ...{ code: 'en', defaultCode: 'en', languages: {}, prefixDefaultLanguage: false },
};

/** The settings that Markdown features depend on. */
export type SiteSettings = Pick<Settings, 'strings' | keyof typeof DEFAULTS>;

/** Where Markdown is rendered outside of a document. */
export const DEFAULT_SITE: SiteSettings = DEFAULTS;

/** The document that the Markdown features query and report to, which records both. */
export interface MarkdownDocument extends SiteIndex {
  /** Relative to the project's folder. */
  path: string;
  site: SiteSettings;
  /** The language of the text. */
  language: string;
  /** True where only mistakes are looked for, and nothing need be made that tells none. */
  onlyChecked: boolean;
  /** The code that an earlier rendering colored, and the code of this one. */
  colored: { before: ColoredCode; now: ColoredCode };
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
  /** The paths that links to files and other languages lead to, below the base path, by their decoded URLs. */
  targets: Map<string, string>;
  /** Maps a position of the parsed text to this file or one that it includes. */
  original: (position: Position) => Position & { file: string };
  /** Reports a problem; `target` is the URL that it is about. */
  report: (position: Position | undefined, message: string, rule: CheckId, target?: string) => void;
}

declare module 'satteri' {
  interface DataMap {
    octavo: MarkdownDocument;
  }
}

/** Returns the document that a plugin works on. */
export function documentOf({ data }: { data: Data }): MarkdownDocument {
  return data.octavo!;
}

/** Returns a document without queries and diagnostics; without an index, it finds nothing. */
export function markdownDocument(
  path: string,
  siteIndex: Partial<SiteIndex> = {},
  {
    site = DEFAULT_SITE,
    language = site.language,
    onlyChecked = false,
    original = (position) => ({ file: path, ...position }),
    colored = { before: {}, now: {} },
  }: Partial<
    Pick<MarkdownDocument, 'site' | 'language' | 'onlyChecked' | 'original' | 'colored'>
  > = {},
): MarkdownDocument {
  const diagnostics: Diagnostic[] = [];
  const dependencies: Dependency[] = [];
  const queries = QUERIES.map((question) => [
    question,
    (of: string) => {
      const answer = siteIndex[question]?.(of);
      dependencies.push([question, of, recorded(answer)]);
      return answer;
    },
  ]);
  return {
    ...{ path, site, language, onlyChecked, diagnostics, dependencies, original, colored },
    targets: new Map(),
    ...(Object.fromEntries(queries) as SiteIndex),
    report(position = { line: 1, column: 1 }, message, rule, target) {
      diagnostics.push({ ...diagnosticOf(rule, original(position), message), target });
    },
  };
}

const QUERIES: readonly (keyof SiteIndex)[] = [
  ...(['address', 'anchors', 'exists', 'fileError', 'isFile', 'named', 'package'] as const),
  ...(['page', 'release', 'size', 'text', 'title', 'translation'] as const),
];

/** True where every question is answered as it was. */
export function holds(dependencies: readonly Dependency[], siteIndex: Partial<SiteIndex>): boolean {
  return dependencies.every(
    ([question, path, answer]) => recorded(siteIndex[question]?.(path)) === answer,
  );
}

function recorded(answer: string | string[] | Release | number | boolean | undefined) {
  const text = typeof answer === 'object' ? Object.values(answer).join('\n') : answer;
  const isLong = typeof text === 'string' && text.length > MAX_LENGTH;
  return isLong ? digestOf(text) : (text ?? null);
}

/** Longer answers, such as texts, are recorded by their digests. */
const MAX_LENGTH = 200;
