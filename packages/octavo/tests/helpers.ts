import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { blogOf, type Blog, type Entries } from '../src/blog/blog.ts';
import { blogsOf } from '../src/blog/blogs.ts';
import type { Entry } from '../src/blog/entry.ts';
import type { CollectionName, Content, PageData, PostData } from '../src/content/content-file.ts';
import { readContent } from '../src/content/read-content.ts';
import { collectionSchemas, dateSchema } from '../src/content/schema.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { DEFAULT_SITE, type SiteSettings } from '../src/markdown/document.ts';
import { renderMarkdown, type Rendering } from '../src/markdown/render.ts';
import { NO_EXTENSIONS, type Extensions, type Mode } from '../src/settings/context.ts';
import type { NodeContext } from '../src/settings/context.ts';
import { parseSettings, type Settings, type SiteConfig } from '../src/settings/settings.ts';
import type { TextMetadata } from '../src/words/excerpt.ts';

/** The required settings. */
export const REQUIRED: SiteConfig = {
  title: 'Notes',
  description: 'Notes on many things.',
  url: 'https://example.com/',
  author: 'jane',
};

/** Returns the settings of a site that sets these and the required ones. */
export function settings(config: Partial<SiteConfig> = {}): Settings {
  return parseSettings({ ...REQUIRED, ...config });
}

export interface ContextOptions {
  mode?: Mode;
  /** As `Date.parse` reads it. */
  now?: string;
  extensions?: Partial<Extensions>;
}

/** Returns the context of a command in a folder, at a moment after the dates of most tests. */
export function context(
  root: string,
  config: Partial<SiteConfig> = {},
  { mode = 'build', now = '2026-01-01', extensions }: ContextOptions = {},
): NodeContext {
  return {
    root: root.endsWith('/') ? root : `${root}/`,
    settings: settings(config),
    mode,
    now: Date.parse(now),
    extensions: { ...NO_EXTENSIONS, ...extensions },
  };
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

/** Reads the content of a site with these files below src/content/, and the file of its author. */
export function readFiles(
  files: Record<string, string>,
  config?: Partial<SiteConfig>,
  options?: ContextOptions,
): Content {
  return readContent(context(folder({ ...AUTHOR, ...content(files) }), config, options));
}

/** Returns the files with their paths below the blog's root folder. */
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

/** The front matter of a file below src/content/, and what was learned of its body. */
type EntryFile = Record<string, unknown> & { body?: Partial<TextMetadata> };

/** Returns the entries of files below src/content/, and of the site's author. */
export function entries(files: Record<string, EntryFile>): Entries<PostData, PageData> {
  const schemas = collectionSchemas({ date: dateSchema('UTC'), image: z.string() });
  const of = <Data>(collection: CollectionName) =>
    Object.entries({ 'authors/jane.md': { name: 'Jane' }, ...files })
      .filter(([path]) => path.startsWith(`${collection}/`))
      .map(([path, { body, ...frontMatter }]: [string, EntryFile]): Entry<Data> => {
        const id = path.slice(collection.length + 1).replace(/(?:\/index)?\.mdx?$/, '');
        const written = { ...DEFAULTS[collection], ...frontMatter };
        return {
          ...{ id, path: `src/content/${path}`, digest: path },
          data: schemas[collection].parse(written) as Data,
          text: { ...EMPTY_BODY, ...body },
        };
      });
  return {
    posts: [...of<PostData>('posts'), ...of<PostData>('notes')],
    pages: of('pages'),
    authors: of('authors'),
  };
}

const DEFAULTS = {
  posts: { title: 'A post', date: '2024-01-01' },
  notes: { date: '2024-01-01' },
  pages: { title: 'A page' },
  authors: {},
};

const EMPTY_BODY: TextMetadata = {
  headings: [],
  text: { automatic: { text: '', goesOn: false }, words: 0, characters: 0 },
  pictures: [],
  files: [],
  links: [],
  terms: '',
};

/** Returns the blog of files below src/content/. */
export function blog(
  files: Record<string, EntryFile>,
  config?: Partial<SiteConfig>,
  options?: ContextOptions,
): Blog {
  return blogOf<PostData, PageData>(entries(files), context('/site/', config, options));
}

/** Returns the blog of each language of files below src/content/. */
export function blogs(
  files: Record<string, EntryFile>,
  config?: Partial<SiteConfig>,
  options?: ContextOptions,
): Blog[] {
  return blogsOf<PostData, PageData>(entries(files), context('/site/', config, options));
}

interface Surrounded extends Pick<SiteSettings, 'strings'> {
  language?: string | undefined;
  base?: string;
  search?: boolean;
  format?: 'md' | 'mdx';
  /** The files beside the document, with the addresses of those that have a page. */
  files?: Record<string, string | undefined>;
  /** What links to the files beside it may lead to. */
  anchors?: Record<string, string[]>;
}

/** Renders Markdown as the post src/content/posts/post.md. */
export function render(body: string, options: Surrounded = {}): Promise<Rendering> {
  const { format = 'md', language = 'en', base = '/', search = true, strings } = options;
  const { files = {}, anchors = {} } = options;
  const beside = new Map(
    Object.entries(files).map(([name, url]) => [join('src/content/posts', name), url]),
  );
  return renderMarkdown(
    { path: `src/content/posts/post.${format}`, format, body },
    {
      root: new URL('file:///site/'),
      site: { ...DEFAULT_SITE, language, base, search, strings },
      plugins: NO_EXTENSIONS,
      siteIndex: {
        address: (path) => beside.get(path),
        exists: (path) => beside.has(path),
        page: () => true,
        anchors: (path) => anchors[relative('src/content/posts', path)],
        text: (path) => beside.get(path),
        package: () => '1.0.0',
      },
    },
  );
}
