import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig, Mount } from './config.ts';
import { orgKeywords } from './org-keywords.ts';
import type { OldPage } from '../old/old-page.ts';
import { readOldFileAt } from '../old/read-old-file.ts';

/** A file that Hugo publishes beside the pages of a folder. */
export interface LooseFile {
  /** Relative to the old blog's folder. */
  file: string;
  /** The folders below the content that it is in. */
  folders: readonly string[];
  name: string;
}

/** What a content folder holds. */
export interface OldContent {
  pages: OldPage[];
  loose: LooseFile[];
  /** Pages in formats other than Markdown and HTML. */
  unread: OldPage[];
  diagnostics: Diagnostic[];
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mmark)$/i;
const HTML = /\.html?$/i;
const UNREAD = /\.(?:org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;
type Progress = (done: number, all: number) => void;

/** Reads the content below the old blog's folder, in one language. */
export function readContent(root: string, config: HugoConfig, progress?: Progress): OldContent {
  const content: OldContent = { pages: [], loose: [], unread: [], diagnostics: [] };
  const found = config.content.map((mount) => ({
    mount,
    ...foundIn(root, mount, content.diagnostics),
  }));
  const all = found.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  for (const { mount, files } of found) {
    const kept = files.filter((path) => !isIgnored(path, config));
    const reader = new Reader(root, mount, kept, config, content);
    for (const path of kept) {
      reader.read(path);
      progress?.(++done, all);
    }
  }
  return content;
}

function foundIn(root: string, { source }: Mount, diagnostics: Diagnostic[]) {
  const { files, refused } = filesBelow(root, join(root, source));
  diagnostics.push(...refusedLinks(source, refused));
  return { files };
}

/** Hugo passes over hidden files and copies of editors. */
function isIgnored(path: string, { ignored }: HugoConfig): boolean {
  const name = posix.basename(path);
  return (
    /^[.#]|~$/.test(name) ||
    /(?:^|\/)\./.test(path) ||
    ignored.some((pattern) => pattern.test(path))
  );
}

/** The name of a bundle or a list is that of its folder. */
function ofFolder(folders: readonly string[]): Pick<OldPage, 'folders' | 'name'> {
  return { folders: folders.slice(0, -1), name: folders.at(-1) ?? '' };
}

class Reader {
  readonly #root: string;
  readonly #mount: Mount;
  readonly #config: HugoConfig;
  readonly #content: OldContent;
  /** The folders of leaf bundles, each with the files in it. */
  readonly #bundles = new Map<string, string[]>();

  constructor(
    root: string,
    mount: Mount,
    files: string[],
    config: HugoConfig,
    content: OldContent,
  ) {
    this.#root = root;
    this.#mount = mount;
    this.#config = config;
    this.#content = content;
    for (const path of files) {
      const { name } = this.#nameOf(path);
      const folder = posix.dirname(path);
      if (this.#isText(path) && name === 'index' && folder !== '.') this.#bundles.set(folder, []);
    }
    for (const path of files) {
      const bundle = this.#bundleOf(path);
      const isText = this.#isText(path) && this.#nameOf(path).name === 'index';
      if (bundle !== undefined && !isText)
        this.#bundles.get(bundle)!.push(path.slice(bundle.length + 1));
    }
  }

  read(path: string): void {
    const bundle = this.#bundleOf(path);
    const { name, language } = this.#nameOf(path);
    const isText = this.#isText(path);
    const isIndex = isText && name === 'index' && bundle === posix.dirname(path);
    // What else is in a bundle is its page's to use.
    if (bundle !== undefined && !isIndex) return;
    if ((language ?? this.#config.fileLanguage) !== this.#config.languageKey) return;
    if (isText) return this.#readText(path, name, isIndex);
    this.#content.loose.push({
      file: this.#file(path),
      folders: this.#folders(path),
      name: posix.basename(path),
    });
  }

  #readText(path: string, name: string, isBundle: boolean): void {
    const source = readOldFileAt(this.#root, this.#file(path), this.#content.diagnostics);
    if (!source) return;
    if (/\.org$/i.test(path)) source.values = orgKeywords(source.body);
    const folder = posix.dirname(path);
    const folders = this.#folders(path);
    const isList = name === '_index';
    const read = UNREAD.test(path) ? this.#content.unread : this.#content.pages;
    read.push({
      file: this.#file(path),
      kind: !isList ? 'page' : folders.length === 0 ? 'home' : 'section',
      ...(isBundle || isList ? ofFolder(folders) : { folders, name }),
      isBundle,
      resources: isBundle ? (this.#bundles.get(folder) ?? []) : [],
      folder: posix.dirname(this.#file(path)),
      source,
    });
  }

  #isText(path: string): boolean {
    return MARKDOWN.test(path) || UNREAD.test(path) || (HTML.test(path) && this.#isPage(path));
  }

  /** HTML without front matter is a file like any other. */
  #isPage(path: string): boolean {
    const bytes = readFileSync(join(this.#root, this.#mount.source, path));
    return /^\uFEFF?\s*(?:---|\+\+\+|\{)/.test(bytes.subarray(0, 200).toString('utf8'));
  }

  #file(path: string): string {
    return posix.join(this.#mount.source, path);
  }

  #folders(path: string): string[] {
    const folder = posix.join(this.#mount.target, posix.dirname(path));
    return folder === '.' ? [] : folder.split('/');
  }

  /** The outermost leaf bundle that a file is in. */
  #bundleOf(path: string): string | undefined {
    const parts = path.split('/').slice(0, -1);
    for (let length = 1; length <= parts.length; length++) {
      const folder = parts.slice(0, length).join('/');
      if (this.#bundles.has(folder)) return folder;
    }
    return undefined;
  }

  /** `post.fr.md` is `post` in French, where the site has that language. */
  #nameOf(path: string): { name: string; language?: string } {
    const whole = posix.basename(path).replace(/\.[^.]*$/, '');
    const [, name, language] = /^(.*)\.([^.]+)$/.exec(whole) ?? [];
    const key = language?.toLowerCase();
    if (name === undefined || key === undefined || !this.#config.languages.has(key))
      return { name: whole };
    return { name, language: key };
  }
}
