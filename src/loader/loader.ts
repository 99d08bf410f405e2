import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { KeptMetadata } from '../blog/article.ts';
import {
  ContentError,
  DIAGNOSTICS_EVENT,
  formatDiagnostic,
  sortDiagnostics,
  type Diagnostic,
} from '../blog/diagnostics.ts';
import { engineDigest } from '../blog/engine-digest.ts';
import { KeptHtml } from '../blog/kept-html.ts';
import {
  COLLECTIONS,
  readLibrary,
  type CollectionName,
  type ContentFile,
  type Library,
} from '../blog/library.ts';
import { tellProgress } from '../blog/progress.ts';
import { site } from '../blog/settings.ts';
import { packTerms } from '../blog/terms.ts';
import { isDraft } from '../checks/check-content.ts';
import { checkSite } from '../checks/check-site.ts';
import { renderChecked } from '../checks/check-text.ts';
import { holds, type Dependency, type Surroundings } from '../markdown/document.ts';
import { kindOf } from '../markdown/media.ts';
import { surroundingsOf } from '../markdown/surroundings.ts';
import { renderAll } from './render-threads.ts';
import { digestOf, type Job, type Rendered, type Workshop } from './rendering.ts';

/** What is wrong with a text, and what it asked for. */
interface CheckedText {
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
}

/** What is kept of a rendering for the next time, as one text: Astro's store is slow with lists. */
interface Kept extends CheckedText {
  /** What the rendering was made from, its dependencies apart. */
  source: string;
}

/**
 * The loader of a collection. All collections are loaded together, so that every mistake in any
 * file is told in one run: a build then ends with a ContentError, `dev` prints them and goes on.
 * Drafts can be linked to in `dev`, and where a build is told that it has them.
 * A rendering is kept in Astro's store and used again while its file, the answers of its
 * dependencies, the settings, the engine's sources and its packages are the same; so are its
 * mistakes, which are told until they are mended.
 */
export function contentLoader(collection: CollectionName, { drafts = false } = {}): Loader {
  return {
    name: 'octavo',
    load: (context) => {
      hasDrafts = drafts || context.watcher !== undefined;
      return loadTogether(collection, context);
    },
  };
}

/** Whether drafts have pages. */
let hasDrafts = false;
const contexts = new Map<CollectionName, LoaderContext>();
let waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = [];

/** Waits for the loaders of all collections and loads once; each ends as that ends. */
async function loadTogether(collection: CollectionName, context: LoaderContext): Promise<void> {
  contexts.set(collection, context);
  const loaded = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  if (waiting.length === COLLECTIONS.length) {
    const all = waiting;
    waiting = [];
    try {
      await load();
      for (const { resolve } of all) resolve();
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }
  return loaded;
}

async function load(): Promise<void> {
  const { config, watcher } = contexts.get('posts')!;
  const root = fileURLToPath(config.root);
  const library = readLibrary(root, site);
  const surroundings = surroundingsOf(library, { root, site, inDevelopment: hasDrafts });
  const workshop = { root: config.root, surroundings, kept: new KeptHtml(root) };
  const texts = [
    ...(await syncAll(library, workshop)),
    ...(await textsWithoutEntry(library, config.root, surroundings)),
  ];
  const dependencies = texts.flatMap((text) => text.dependencies);
  const sorted = sortDiagnostics([
    ...library.diagnostics,
    ...texts.flatMap((text) => text.diagnostics),
    ...checkSite(library, { root, settings: site }, dependencies),
  ]);
  if (!watcher && sorted.some(({ severity }) => severity === 'error'))
    throw new ContentError(sorted);
  for (const found of sorted) console.error(formatDiagnostic(found));
  (watcher as EventEmitter | undefined)?.emit(DIAGNOSTICS_EVENT, sorted);
}

/** Brings all collections of the store to what their files say; returns what was learned of their texts. */
async function syncAll(library: Library, workshop: Workshop): Promise<CheckedText[]> {
  const keptBefore = workshop.kept.digests();
  const texts: CheckedText[] = [];
  const made: { file: ContentFile; context: LoaderContext; job: Job }[] = [];
  for (const [name, context] of contexts) {
    const gone = new Set(context.store.keys());
    for (const file of library[name]) {
      gone.delete(file.id);
      const job = jobOf(file, fileURLToPath(workshop.root));
      const known = keptOf(file, job, context, workshop.surroundings, keptBefore);
      if (known) texts.push(known);
      else made.push({ file, context, job });
    }
    // In `dev` a file with mistakes in its front matter keeps its last good entry.
    for (const id of gone) if (!context.watcher || !isThere(id, context)) context.store.delete(id);
  }
  const jobs = made.map(({ job }) => job);
  const progress = (done: number) => tellProgress('Rendering texts', done, jobs.length);
  const rendered = await renderAll(jobs, { ...workshop, library, hasDrafts }, progress);
  for (const [index, { file, context, job }] of made.entries())
    await store(file, context, job, rendered[index]!);
  const posts = contexts.get('posts')!.store.values();
  workshop.kept.keepOnly(new Set(posts.map(({ digest }) => String(digest))));
  return [...texts, ...rendered];
}

function jobOf(file: ContentFile, root: string): Job {
  const { path, format, body, raw } = file;
  return {
    text: { path, format, body, isDraft: raw['draft'] === true },
    source: digestOf([engineDigest(root, 'renderings'), path, raw, body]),
    isApart: isApart(file),
  };
}

/** Returns what is kept of a rendering that was made from this and would be the same today. */
function keptOf(
  { id }: ContentFile,
  { source, isApart }: Job,
  { store }: LoaderContext,
  surroundings: Surroundings,
  html: ReadonlySet<string>,
): Kept | undefined {
  const entry = store.get(id);
  const metadata = entry?.rendered?.metadata as KeptMetadata | undefined;
  if (!metadata || (isApart && !html.has(String(entry!.digest)))) return undefined;
  const kept = JSON.parse(metadata.kept) as Kept;
  return kept.source === source && holds(kept.dependencies, surroundings) ? kept : undefined;
}

async function store(
  file: ContentFile,
  { store, config, parseData }: LoaderContext,
  { source }: Job,
  { html, digest, headings, styles, text, diagnostics, dependencies }: Rendered,
): Promise<void> {
  const { terms, ...excerpts } = text;
  const kept: Kept = { source, diagnostics, dependencies };
  const metadata: KeptMetadata = {
    ...{ headings, styles, text: excerpts },
    pictures: picturesAmong(dependencies),
    terms: packTerms(terms),
    kept: JSON.stringify(kept),
  };
  const filePath = join(fileURLToPath(config.root), file.path);
  store.set({
    id: file.id,
    data: await dataOf(file, { parseData, filePath }),
    filePath: file.path,
    digest,
    rendered: { html, metadata: metadata as unknown as Record<string, unknown> },
    // MDX is a module, which Vite compiles and Astro renders.
    deferredRender: file.format === 'mdx',
  });
}

/** Returns the front matter as its schema gives it; Astro makes modules of covers. */
async function dataOf(
  { id, raw, data }: ContentFile,
  { parseData, filePath }: { parseData: LoaderContext['parseData']; filePath: string },
): Promise<Record<string, unknown>> {
  if (raw['cover'] === undefined) return data as Record<string, unknown>;
  return parseData({ id, data: raw, filePath });
}

function picturesAmong(dependencies: readonly Dependency[]): string[] {
  const asked = dependencies.filter(([question, path]) => question === 'exists' && kindOf(path));
  return [...new Set(asked.map(([, path]) => path))];
}

/** True for what is kept apart from the store: MDX has no HTML, and pages are few. */
function isApart({ collection, format }: ContentFile): boolean {
  return collection === 'posts' && format === 'md';
}

/** What is learned of the text of files that have no entry, since their front matter does not hold. */
async function textsWithoutEntry(
  { readings }: Library,
  root: URL,
  surroundings: Surroundings,
): Promise<CheckedText[]> {
  const broken = [...readings.values()].filter(({ file }) => !file);
  const renderings = broken.map((reading) =>
    renderChecked({ ...reading, isDraft: isDraft(reading) }, site, { root, surroundings }),
  );
  return Promise.all(renderings);
}

function isThere(id: string, { store, config }: LoaderContext): boolean {
  const { filePath } = store.get(id) ?? {};
  return filePath !== undefined && existsSync(new URL(filePath, config.root));
}
