import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroConfig } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import type { Blog } from '../blog/blog.ts';
import { blogsOf } from '../blog/blogs.ts';
import { entryOf, type StoredEntry } from '../blog/entry.ts';
import type { CommandOptions } from '../build/command-options.ts';
import { reuseOf } from '../terminal/profile.ts';
import { codeDigest, engineDigest } from '../build/engine-digest.ts';
import { anchorsIn, type CachedAnchors } from '../checks/anchors-in.ts';
import { checkSettings } from '../checks/check-settings.ts';
import { summarizeKnown } from '../checks/baseline.ts';
import { checkSite, type CheckedText } from '../checks/check-site.ts';
import { checkedSource, renderChecked, type RenderContext } from '../checks/check-text.ts';
import {
  collectionsOf,
  type AuthorData,
  type CollectionName,
  type Content,
  type ContentFile,
  type PageData,
  type PostData,
} from '../content/content-file.ts';
import { publishedFirst } from '../content/published.ts';
import { readContent } from '../content/read-content.ts';
import { TextCache, type CachedText } from '../content/text-cache.ts';
import { ContentError, formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { digestOf } from '../digest-of.ts';
import { engineFolder } from '../engine-folder.ts';
import type { ColoredCode } from '../markdown/code/highlighter.ts';
import { holds, type Dependency, type SiteIndex } from '../markdown/document.ts';
import { linkedFiles } from '../markdown/links/linked-files.ts';
import { publishedFiles } from '../markdown/links/files-beside.ts';
import type { Rendering } from '../markdown/render.ts';
import { hasOwnPictures } from '../content/picture-keys.ts';
import { kindOf } from '../markdown/pictures/media.ts';
import { siteIndexOf } from '../checks/site-index.ts';
import type { NodeContext } from '../settings/context.ts';
import type { ParseFile } from './parsed-data.ts';
import { withReadablePictures } from './readable-pictures.ts';
import type { SearchText } from '../words/search-text.ts';
import { renderAll } from './render-workers.ts';

/** The cache record of a rendering. */
interface CacheRecord extends Pick<Rendering, 'diagnostics' | 'dependencies'> {
  /** A digest of all input of the rendering, except its dependencies. */
  source: string;
}

/** A body to render. */
interface StaleText {
  file: ContentFile;
  loader: EntryLoader;
  source: string;
  /** The digest of its last rendering. */
  last: string;
}

interface ContentOptions extends Pick<CommandOptions, 'progress' | 'endPhase'> {
  /** Reports the diagnostics of a load; prints them by default. */
  report?: (diagnostics: readonly Diagnostic[]) => void;
  /** Called when content was read, before its bodies are rendered. */
  onRead?: (content: Content) => void;
}

/** What a collection is loaded with. */
export type EntryLoader = Pick<LoaderContext, 'store'> & { parse: ParseFile };

/** In milliseconds; a browser loads a page again within it. */
const CHECKED_AFTER = 1000;

/** The hook by which the loaders of collections find the content in Astro's configuration. */
export const CONTENT_HOOK = 'octavo:content';

/** Returns the content of the site with this configuration. */
export function siteContentOf({ integrations }: Pick<AstroConfig, 'integrations'>): SiteContent {
  for (const { hooks } of integrations) {
    const content: unknown = hooks[CONTENT_HOOK];
    if (typeof content === 'function') return (content as () => SiteContent)();
  }
  throw new SettingsError('astro.config.mjs:1:1  missing integration octavo()');
}

/**
 * The content of a site. Loads all collections together, so that one run reports every error; a build
 * then ends with a ContentError, `dev` goes on. A rendering and its diagnostics are reused while its
 * file, the results of its queries, the settings, the engine and its packages are the same.
 */
export class SiteContent {
  readonly context: NodeContext;
  /** How many times all collections were loaded. */
  loads = 0;
  /** The files that changed since the last load, if `dev` knows them; it reads all if there are none. */
  readonly changed = new Set<string>();
  /** The index of the site that documents query, of the last load. */
  siteIndex: Partial<SiteIndex> = {};
  /** Called with all diagnostics after each load. */
  onLoad: (diagnostics: readonly Diagnostic[]) => void = () => undefined;
  readonly #options: ContentOptions;
  readonly #loaders = new Map<CollectionName, EntryLoader>();
  #waiting = 0;
  #loaded = Promise.withResolvers<unknown>();
  #content: Content | undefined;
  #anchors: CachedAnchors = {};
  /** The records of valid renderings, by digest. */
  #records = new Map<string, CacheRecord>();
  /** By the files of the last load: one that did not change is the same object. */
  readonly #sources = new WeakMap<ContentFile, string>();
  #checks: NodeJS.Timeout | undefined;
  #hasErrors = false;
  #blogs: Blog[] | undefined;

  constructor(context: NodeContext, options: ContentOptions = {}) {
    this.context = context;
    this.#options = options;
  }

  /** Returns the blog of each language, of the last load. */
  readonly blogs = (): Blog[] => (this.#blogs ??= this.#readBlogs());

  #readBlogs(): Blog[] {
    const cache = this.#openCache();
    const texts = cache.metadata();
    cache.close();
    const of = <Data>(...collections: CollectionName[]) => {
      const loaders = collections.flatMap((name) => this.#loaders.get(name) ?? []);
      const entries = loaders.flatMap(({ store }) => store.values() as StoredEntry<Data>[]);
      return entries.map((entry) => entryOf(entry, texts));
    };
    const [posts, pages] = [of<PostData>('posts', 'notes'), of<PageData>('pages')];
    return blogsOf({ posts, pages, authors: of<AuthorData>('authors') }, this.context);
  }

  /** Returns the words and sections of all bodies for the search, by digest. */
  readonly searchTexts = (): Map<string, SearchText> => {
    const cache = this.#openCache();
    const texts = cache.searchTexts();
    cache.close();
    return texts;
  };

  /** Returns a digest of the entries that Vite bundles a part of: MDX, and pictures in keys of the owner. */
  bundledEntries(): string {
    const bundled = this.#entries().filter(
      (entry) => entry.deferredRender || hasOwnPictures(entry),
    );
    return digestOf(...bundled.map(({ filePath, digest }) => `${filePath} ${digest}`).sort());
  }

  /** Returns true if a key of the owner names a picture, which Vite resolves. */
  hasOwnPictures(): boolean {
    return this.#entries().some(hasOwnPictures);
  }

  #entries() {
    return [...this.#loaders.values()].flatMap(({ store }) => store.values());
  }

  #openCache(): TextCache {
    const { root, mode } = this.context;
    return new TextCache(root, { inDevelopment: mode === 'dev' });
  }

  /** Loads a collection once the loaders of all collections have called this. */
  async load(collection: CollectionName, loader: EntryLoader): Promise<void> {
    this.#loaders.set(collection, loader);
    const { promise, resolve } = this.#loaded;
    if (++this.#waiting === collectionsOf(this.context.settings).length) {
      this.#waiting = 0;
      this.#loaded = Promise.withResolvers();
      resolve(this.#loadAll());
    }
    await promise;
  }

  async #loadAll(): Promise<void> {
    const { context } = this;
    const content = (this.#content = readContent(context, this.#content, this.changed));
    this.changed.clear();
    this.#options.onRead?.(content);
    this.#blogs = undefined;
    const { anchorsOf, anchors } = anchorsIn(context, this.#anchors);
    this.#anchors = anchors;
    this.siteIndex = siteIndexOf(content, context, anchorsOf);
    const render = { context, siteIndex: this.siteIndex };
    const texts = [
      ...(await this.#syncStores(content, render)),
      ...(await textsOfInvalidFiles(content, render)),
      ...(await checkSettings(render, renderChecked)),
    ];
    clearTimeout(this.#checks);
    const check = () => this.#check(content, texts);
    // In `dev`, the page comes first, unless errors are shown, which may be fixed.
    if (context.mode === 'dev' && !this.#hasErrors) this.#checks = setTimeout(check, CHECKED_AFTER);
    else check();
    this.loads += 1;
  }

  #check(content: Content, texts: readonly CheckedText[]): void {
    const { context } = this;
    const diagnostics = summarizeKnown(checkSite(content, context, texts));
    this.#hasErrors = diagnostics.some(({ severity }) => severity === 'error');
    if (context.mode !== 'dev' && this.#hasErrors) throw new ContentError(diagnostics);
    (this.#options.report ?? printDiagnostics)(diagnostics);
    this.onLoad(diagnostics);
  }

  /** Syncs Astro's stores with the files; returns the diagnostics and dependencies of their bodies. */
  async #syncStores(content: Content, render: RenderContext): Promise<CheckedText[]> {
    const { root } = this.context;
    const cache = this.#openCache();
    // `dev` may show the entries of the last load until the next one is complete.
    cache.prune(this.#entries().map(({ digest }) => String(digest)));
    const known = this.#records.size > 0 ? this.#records : recordsIn(cache);
    this.#records = new Map();
    const { texts, stale } = this.#reuse(known, content, render.siteIndex);
    const reused = texts.length;
    const coloring = digestOf(process.version, codeDigest(engineFolder));
    const jobs = stale.map(({ file, last }) => {
      return { ...checkedSource(file), colored: coloredIn(cache.colored(last), coloring) };
    });
    const digests: string[] = [];
    let done = 0;
    await renderAll(jobs, content, render, (index, rendering) => {
      const { file, source } = stale[index]!;
      const { diagnostics, dependencies } = rendering;
      digests[index] = digestOf(source, dependencies);
      const colored = JSON.stringify({ [coloring]: rendering.colored });
      cache.write({ ...cachedText(rendering, digests[index], stale[index]!), colored });
      texts.push({ source: file, diagnostics, dependencies });
      this.#records.set(digests[index], { source, diagnostics, dependencies });
      this.#options.progress?.('Rendering texts', ++done, jobs.length);
    });
    for (const [index, { file, loader }] of stale.entries())
      texts.push({
        source: file,
        diagnostics: await store(file, loader, digests[index]!, root),
        dependencies: [],
      });
    cache.close();
    const counts = { made: stale.length, reused, cached: known.size };
    this.#options.endPhase?.('content', reuseOf('texts', counts));
    return texts;
  }

  /** Reuses the renderings that are still valid, of those known; returns the others as stale. */
  #reuse(
    known: ReadonlyMap<string, CacheRecord>,
    content: Content,
    siteIndex: Partial<SiteIndex>,
  ): { texts: CheckedText[]; stale: StaleText[] } {
    const { root, mode } = this.context;
    const engine = engineDigest(this.context);
    const texts: CheckedText[] = [];
    const stale: StaleText[] = [];
    const all: ContentFile[] = [...content.posts, ...content.pages, ...content.authors];
    for (const [name, loader] of this.#loaders) {
      const own = all.filter(({ collection }) => collection === name);
      const files = firstOfEachId(publishedFirst(own, this.context));
      for (const written of files.values()) {
        const file = withReadablePictures(written, root);
        const source = this.#sourceDigest(file, engine);
        const last = String(loader.store.get(file.id)?.digest);
        const record = known.get(last);
        if (record?.source !== source || !holds(record.dependencies, siteIndex)) {
          stale.push({ file, loader, source, last });
          continue;
        }
        texts.push({ ...record, source: file });
        this.#records.set(last, record);
        // Astro forgets the module of a stored entry if the build that stored it failed.
        if (file.format === 'mdx') loader.store.addModuleImport(file.path);
      }
      // In `dev` a file with errors in its front matter keeps its last valid entry.
      const isKept = (id: string) => mode === 'dev' && hasFile(id, loader, root);
      for (const id of loader.store.keys())
        if (!files.has(id) && !isKept(id)) loader.store.delete(id);
    }
    return { texts, stale };
  }

  /** Returns a digest of all input of a rendering, except its dependencies. */
  #sourceDigest(file: ContentFile, engine: string): string {
    const { path, body, frontMatter } = file;
    const digest = this.#sources.get(file) ?? digestOf(engine, path, frontMatter.data, body);
    this.#sources.set(file, digest);
    return digest;
  }
}

/** Returns the first file of each id; a check reports the others. */
function firstOfEachId(files: ContentFile[]): Map<string, ContentFile> {
  return new Map([...Map.groupBy(files, ({ id }) => id)].map(([id, [first]]) => [id, first!]));
}

/** Prints a line for each diagnostic. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic));
}

function recordsIn(cache: TextCache): Map<string, CacheRecord> {
  const records = [...cache.records()];
  return new Map(records.map(([digest, json]) => [digest, JSON.parse(json) as CacheRecord]));
}

/** Returns the code in a record; none if other code than this engine colored it. */
function coloredIn(json: string, coloring: string): ColoredCode {
  return (JSON.parse(json || '{}') as Record<string, ColoredCode>)[coloring] ?? {};
}

function cachedText(
  rendering: Rendering,
  digest: string,
  { source, file: { path } }: { source: string; file: Pick<ContentFile, 'path'> },
): Omit<CachedText, 'colored'> {
  const { html, search, diagnostics, dependencies } = rendering;
  const { headings, text, terms, diagrams, values, replaced, targets } = rendering;
  const record: CacheRecord = { source, diagnostics, dependencies };
  const files = publishedFiles(path, dependencies);
  const pictures = picturesAmong(dependencies);
  const links = linkedFiles(path, dependencies);
  const linked = { files, pictures, links, replaced, targets };
  const metadata = { headings, text, terms, diagrams, values, ...linked };
  return { digest, html, metadata, search, record: JSON.stringify(record) };
}

/**
 * Stores an entry without its HTML, which is in the text cache, or returns the errors of the schema in
 * `src/content.config.ts`.
 */
async function store(
  file: ContentFile,
  { store, parse }: EntryLoader,
  digest: string,
  root: string,
): Promise<Diagnostic[]> {
  const { data, errors } = await parse(file, join(root, file.path));
  if (!data) return errors;
  // Astro imports the pictures that an entry had until it is deleted, and fails if one is missing.
  if (hasOwnPictures({ ...store.get(file.id), data: file.frontMatter.data })) store.delete(file.id);
  store.set({
    id: file.id,
    data,
    filePath: file.path,
    digest,
    // Vite compiles MDX to a module, which Astro renders.
    deferredRender: file.format === 'mdx',
  });
  return [];
}

function picturesAmong(dependencies: readonly Dependency[]): string[] {
  const files = dependencies.filter(([question, path]) => question === 'exists' && kindOf(path));
  return [...new Set(files.map(([, path]) => path))];
}

/** Checks the bodies of files with errors in their front matter, which have no entry. */
function textsOfInvalidFiles({ sources }: Content, render: RenderContext): Promise<CheckedText[]> {
  const files = [...sources.values()].filter(({ data }) => !data);
  const options = { ...render, onlyChecked: true };
  return Promise.all(
    files.map(async (source) => {
      const text = await renderChecked(checkedSource(source), options);
      return { ...text, source };
    }),
  );
}

function hasFile(id: string, { store }: EntryLoader, root: string): boolean {
  const { filePath } = store.get(id) ?? {};
  return filePath !== undefined && existsSync(join(root, filePath));
}
