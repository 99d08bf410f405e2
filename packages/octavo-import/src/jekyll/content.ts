import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { dayOf } from 'octavo/internal/content/dates';
import type { Diagnostic } from '../diagnostic.ts';
import { refusedLinks } from '../old/files-below.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';
import { boolean, merged, text, type Values } from '../old/values.ts';
import type { JekyllConfig } from './config.ts';
import { defaultsFor } from './front-matter-defaults.ts';
import { findSiteFiles, NAMED_BY_DAY, type SiteFile } from './site-files.ts';

/** A file with front matter, and what Jekyll knows of it by its path. */
export interface JekyllPage extends OldPage {
  /** `posts`, `drafts`, `pages` or the name of a collection. */
  type: string;
  /** Relative to the folder of the sources. */
  path: string;
  /** In lower case: `md`. */
  ending: string;
  /** The name without its ending, for a post with its day. */
  basename: string;
  /** `2024-01-06` */
  day: string | undefined;
  /** Its front matter without the defaults of the configuration. */
  own: Values;
  /** The date of the file of a draft, which Jekyll takes for the date of the draft. */
  changed: string | undefined;
  /** The folders above `_posts`, which are categories. */
  above: readonly string[];
}

/** What the folder of a blog holds. */
export interface JekyllContent {
  pages: JekyllPage[];
  /** Files that are published as they are. */
  statics: SiteFile[];
  diagnostics: Diagnostic[];
}

/** Reads the content of a Jekyll blog. */
export function readContent(
  root: string,
  config: JekyllConfig,
  progress?: (done: number, all: number) => void,
): JekyllContent {
  const content: JekyllContent = { pages: [], statics: [], diagnostics: [] };
  const { files, refused } = findSiteFiles(root, config);
  content.diagnostics.push(...refusedLinks(config.source, refused));
  files.forEach((file, index) => {
    if (file.kind === 'static') content.statics.push(file);
    else if (file.kind === 'undated') content.diagnostics.push(undated(file, config));
    else readPage(root, file, config, content);
    progress?.(index + 1, files.length);
  });
  return content;
}

function undated({ path }: SiteFile, { source }: JekyllConfig): Diagnostic {
  const message = 'skipped, as in Jekyll: the name of a post must begin with its day, 2024-01-06-';
  return { file: posix.join(source, path), line: 1, severity: 'warning', message };
}

function readPage(
  root: string,
  siteFile: SiteFile,
  config: JekyllConfig,
  { pages, diagnostics }: JekyllContent,
): void {
  const { path, kind, collection } = siteFile;
  const file = posix.join(config.source, path);
  const read = readOldFileAt(root, file, diagnostics);
  if (!read) return;
  const type = TYPES[kind] ?? collection ?? 'pages';
  const defaults = { ...languageOf(path, config), ...defaultsFor(config.defaults, path, type) };
  const values = merged(defaults, read.values);
  const isHidden = boolean(values['published']) === false && !config.unpublished;
  // A page that is not published has no use; a post is a draft.
  if (isHidden && TYPES[kind] === undefined) return;
  pages.push({
    ...{ file, kind: 'page', type, path, isBundle: false, resources: [], own: read.values },
    ...namesOf(siteFile, text(values['slug'])),
    changed: kind === 'draft' ? dayOfFile(join(root, file)) : undefined,
    above: foldersAbove(path, config),
    folder: posix.dirname(file),
    source: { ...read, values },
  });
}

/** Returns what the path of a file says; `given` is the slug in front matter. */
function namesOf({ path, kind }: SiteFile, given: string | undefined) {
  const name = posix.basename(path);
  const ending = posix.extname(name).slice(1);
  const basename = ending === '' ? name : name.slice(0, -ending.length - 1);
  const folders = path.split('/').slice(0, -1);
  const [, day, slug = ''] = (kind === 'post' ? NAMED_BY_DAY.exec(name) : undefined) ?? [];
  return {
    ...{ basename, ending: ending.toLowerCase(), day: isoDay(day) },
    name: given ?? (day === undefined ? basename : slug),
    folders: folders.filter((part) => !part.startsWith('_')),
  };
}

/** The language that a folder is named after, in a blog of several (`lang_from_path`). */
function languageOf(path: string, { rootLanguage, languages }: JekyllConfig): Values {
  if (rootLanguage === undefined) return {};
  const lang = path.split('/').find((part) => languages.includes(part));
  return lang === undefined ? {} : { lang };
}

function dayOfFile(file: string): string {
  return dayOf(Math.floor(statSync(file).mtimeMs), 'UTC');
}

/** The folder that all collections are in is no category. */
function foldersAbove(path: string, { collectionsFolder }: JekyllConfig): string[] {
  const below =
    collectionsFolder !== '' && path.startsWith(`${collectionsFolder}/`)
      ? path.slice(collectionsFolder.length + 1)
      : path;
  const parts = below.split('/');
  return parts.slice(
    0,
    Math.max(
      0,
      parts.findIndex((part) => part === '_posts'),
    ),
  );
}

const TYPES: Record<string, string> = { post: 'posts', draft: 'drafts' };

/** `24-1-6` → `2024-01-06` */
function isoDay(day: string | undefined): string | undefined {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  if (year === '') return undefined;
  const whole = year.length === 2 ? `20${year}` : year.padStart(4, '0');
  return `${whole}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
