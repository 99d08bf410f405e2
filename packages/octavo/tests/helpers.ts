import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { Content } from '../src/content/content-file.ts';
import { readContent } from '../src/content/read-content.ts';
import { parseSettings, type Settings, type SiteConfig } from '../src/settings/settings.ts';
import { renderMarkdown, type Rendering } from '../src/markdown/render.ts';
import { settings as defaults } from './settings.ts';

/** What a site must set; the rest has defaults. */
export const REQUIRED: SiteConfig = defaults;

/** Returns the settings of a site that sets these and what it must. */
export function settings(options: Partial<SiteConfig> = {}): Settings {
  return parseSettings({ ...REQUIRED, ...options });
}

/** Writes files into a new folder, which goes when the test ends; returns its path. */
export function folder(files: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'octavo-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  write(root, files);
  return root;
}

/** Writes files below a folder. */
export function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The file of the site's author. */
export const AUTHOR = { 'src/content/authors/jane.md': '---\nname: Jane\n---\n' };

/** Reads a site of these files below src/content/, and of its author. */
export function library(files: Record<string, string>, site = settings()): Content {
  return readContent(folder({ ...AUTHOR, ...content(files) }), site);
}

/** Returns the files with their paths below the project's folder. */
export function content(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`src/content/${path}`, text]),
  );
}

/** Returns each diagnostic as `3:1 message`; a warning says so. */
export function found(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ line, column, severity, message }) =>
      `${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}`,
  );
}

interface Surrounded {
  format?: 'md' | 'mdx';
  language?: string;
  /** The files beside the document, with the addresses of those that have a page. */
  files?: Record<string, string | undefined>;
  /** What links to the files beside it may lead to. */
  anchors?: Record<string, string[]>;
}

/** Renders Markdown as the post src/content/posts/post.md. */
export function render(body: string, options: Surrounded = {}): Promise<Rendering> {
  const { format = 'md', language = 'en', files = {}, anchors = {} } = options;
  const beside = new Map(
    Object.entries(files).map(([name, url]) => [join('src/content/posts', name), url]),
  );
  return renderMarkdown(
    { path: `src/content/posts/post.${format}`, format, body },
    {
      root: new URL('file:///site/'),
      language,
      surroundings: {
        address: (path) => beside.get(path),
        exists: (path) => beside.has(path),
        page: () => true,
        release: () => undefined,
        size: () => undefined,
        anchors: (path) => anchors[relative('src/content/posts', path)],
        text: (path) => beside.get(path),
      },
    },
  );
}
