import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { slugify } from 'octavo/internal/addresses/slug';
import type { Diagnostic } from '../diagnostic.ts';
import type { LiquidAround } from '../liquid/expand.ts';
import { convertLiquid } from '../liquid/convert-liquid.ts';
import { readDate, type OldDate } from '../old/dates.ts';
import { dayInName } from '../old/day-in-name.ts';
import { gitDates } from '../old/git-dates.ts';
import { GUESSED_KEYS, guessData } from '../old/guess-data.ts';
import { localPaths, type LocalPath } from '../old/local-paths.ts';
import type { OldData } from '../old/old-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldPage } from '../old/old-page.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { titleOfName } from '../old/title-of-name.ts';
import { text } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldBlog, Resolve } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { COMMON_MARKUP } from '../text/common-markup.ts';
import { formulaPass } from '../text/formula-pass.ts';
import { githubAnchor } from '../text/github-anchor.ts';
import { plainText } from '../text/plain-text.ts';
import type { ConvertedText, TextContext } from '../text/text-source.ts';
import { readContent, withoutDay, type MarkdownContent } from './content.ts';
import { devToEngine } from './dev-to-tags.ts';
import { obsidianMarks, Vault, wikilinks } from './wikilinks.ts';

const NAMES = { obsidian: 'Obsidian', 'dev.to': 'dev.to', plain: 'a folder of Markdown' };

/** Reads the Markdown in a folder (an absolute path): a vault of Obsidian, posts of dev.to, any texts. */
export function readMarkdownFolder(root: string, { now, progress }: ImportOptions): OldBlog {
  const content = readContent(root, (done, all) => progress?.(`Read ${done} of ${all} files`));
  const { kind, pages, files } = content;
  const needsGit = pages.some((page) => !guessData(page, { now }).date);
  const added = needsGit ? gitDates(root) : new Map<string, string>();
  const slugOf = slugsOf(pages);
  const local = localPaths(files);
  const entries = pages.map((page): OldEntry => {
    const titled = withTitle(page);
    const data = dataOf(titled, { root, added, now, local });
    return { page: titled, data, oldUrl: slugOf(page, isPage(page)), aliases: [] };
  });
  const converter = new Converter(content, local);
  return {
    ...{ system: NAMES[kind], root, hasNoUrls: true, title: titleOfName(basename(root)) },
    ...{ baseUrl: undefined, timeZone: undefined, authors: [] },
    posts: entries.filter(({ page }) => !isPage(page)),
    pages: entries.filter(({ page }) => isPage(page)),
    ...{ listTexts: [], mainFolders: [], listsDescriptions: false, dropsHtml: false, sitemaps: [] },
    files: {
      ...{ published: new Map(), statics: new Set(), folders: new Map(), diagnostics: [] },
      assets: new Map(files.map((path) => [path, join(root, path)])),
    },
    diagnostics: [...content.diagnostics, ...skippedKeys(pages, READ_KEYS, '.'), NO_SETTINGS],
    lists: () => ({ addresses: [], alsoAt: { rss: [], atom: [] }, others: [] }),
    settings: (settled) =>
      settingsOf(
        {
          ...{
            file: '.',
            title: titleOfName(basename(root)),
            description: titleOfName(basename(root)),
          },
          ...{ url: 'https://my-blog.example/', urlKey: 'url', language: 'en' },
          nav: settled.placed
            .filter(({ collection }) => collection === 'pages')
            .map(({ data, url }) => ({ label: data.title, link: url })),
        },
        settled,
      ),
    convert: ({ page }, resolve) => converter.convert(page, resolve),
  };
}

const NO_SETTINGS: Diagnostic = {
  ...{ file: '.', line: 1, severity: 'warning' },
  message:
    'no settings: set title, url and description in src/site.config.ts, or give --title and --url',
};

/** Front matter that has a meaning here, or whose loss is not reported. */
const READ_KEYS = new Set([
  ...GUESSED_KEYS,
  'id',
  'publish',
  'cssclass',
  'cssclasses',
  'permalink',
]);

/** True for a page: a file at the top with one of the usual names of pages. */
function isPage({ folders, name }: OldPage): boolean {
  const isNamed =
    /^(?:about(?:[ -]me)?|contact|imprint|impressum|privacy|now|uses|colophon|home|index)$/i;
  return folders.length === 0 && isNamed.test(name);
}

/** Returns a function that returns the path of a text, with folders if any two names are the same. */
function slugsOf(pages: readonly OldPage[]): (page: OldPage, isPage: boolean) => string {
  const slug = ({ name, source: { values } }: OldPage) =>
    text(values['slug']) ?? (slugify(withoutDay(name)) || 'post');
  const counts = Map.groupBy(pages, slug);
  const hasFolders = [...counts.values()].some(({ length }) => length > 1);
  return (page, isOwn) => {
    if (isOwn) return `/${slug(page)}/`;
    const folders = hasFolders ? page.folders.map(slugify).filter(Boolean) : [];
    return `/posts/${[...folders, slug(page)].join('/')}/`;
  };
}

const HEADING = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)/;

/** Moves the heading that a text begins with to its title, which pages show above the text. */
function withTitle(page: OldPage): OldPage {
  const { source } = page;
  const { title } = source.values;
  const [all = '', heading = ''] = HEADING.exec(source.body) ?? [];
  if (heading === '' || (text(title) !== undefined && text(title) !== plainText(heading)))
    return page;
  return {
    ...page,
    source: {
      ...source,
      values: { ...source.values, title: plainText(heading) },
      body: source.body.slice(all.length),
      firstLine: source.firstLine + all.split('\n').length - 1,
    },
  };
}

interface DataSources {
  root: string;
  /** The dates of the commits that added files. */
  added: ReadonlyMap<string, string>;
  now: number;
  local: LocalPath;
}

/** Reads front matter. The title of a note is its file name; other file names become titles. */
function dataOf(page: OldPage, { root, added, now, local }: DataSources): OldData {
  const { name, source, file, folder } = page;
  const isWritten = /\s|^[^-_]+$/.test(name);
  const title = isWritten || dayInName(name) === name ? name : titleOfName(withoutDay(name));
  const named = { ...source, values: { title, ...source.values } };
  const pictureOf = (address: string) => local(address, folder) ?? address;
  const data = guessData({ ...page, source: named }, { now, pictureOf });
  if (data.date) return data;
  const date = dateOfFile(file, root, added);
  return { ...data, date: date.date, diagnostics: [...data.diagnostics, date.note] };
}

/** Returns the date of the commit that added a file, else of its last change. */
function dateOfFile(file: string, root: string, added: ReadonlyMap<string, string>) {
  const committed = added.get(file);
  const changed = statSync(join(root, file)).mtime.toISOString().slice(0, 10);
  const date = readDate(committed ?? changed, 'UTC') as OldDate;
  const source = committed === undefined ? 'the file was last changed' : 'it was committed';
  const note: Diagnostic = {
    ...{ file, line: 1, severity: committed === undefined ? 'warning' : 'info' },
    message: `date: missing; set to the day on which ${source}`,
  };
  return { date, note };
}

/** Converts the texts of a folder. */
class Converter {
  readonly #content: MarkdownContent;
  readonly #vault: Vault;
  readonly #local: LocalPath;
  readonly #liquid: LiquidAround | undefined;

  constructor(content: MarkdownContent, local: LocalPath) {
    this.#local = local;
    this.#content = content;
    this.#vault = new Vault(content.pages, content.files);
    const none = () => undefined;
    const site = { site: {}, url: '', include: none, postUrl: none, fileUrl: none };
    this.#liquid =
      content.kind === 'dev.to'
        ? { engine: devToEngine(), site, page: {}, keepsCode: true }
        : undefined;
  }

  convert(page: OldPage, resolve: Resolve): ConvertedText {
    const { kind, hasHardBreaks } = this.#content;
    const { file, source } = page;
    const isVault = kind === 'obsidian';
    const mathByTheme = isVault || /\{%\s*katex\b/.test(source.body);
    const context: TextContext = {
      markup: { ...COMMON_MARKUP, hardWraps: hasHardBreaks, mathByTheme, emoji: true },
      anchorOf: githubAnchor,
      headingIdsFrom: 'source',
      ref: resolve.ref,
      link: (address) => resolve.link(address) ?? this.#file(page, address, resolve),
      resource: (address) => this.#file(page, address, resolve),
    };
    return convertLiquid(
      { file, body: source.body, firstLine: source.firstLine },
      {
        ...{ context, liquid: this.#liquid },
        passes: (conversion, placeholders) => [
          ...(isVault ? [wikilinks(this.#vault, conversion), obsidianMarks] : []),
          formulaPass(context, placeholders),
        ],
      },
    );
  }

  /** Returns the path of a copy of a file, which a text names from its folder or from the root. */
  #file({ folder }: OldPage, address: string, { resource }: Resolve): string | undefined {
    const { kind } = this.#content;
    const named = kind === 'obsidian' ? this.#vault.file(decodePath(address)) : undefined;
    const path = this.#local(address, folder) ?? named;
    return path === undefined ? undefined : resource(path.replace(/^\//, ''));
  }
}
