import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { KeptMetadata } from '../words/excerpt.ts';
import {
  ContentError,
  DIAGNOSTICS_EVENT,
  formatDiagnostic,
  sortDiagnostics,
  type Diagnostic,
} from '../diagnostics/diagnostic.ts';
import { engineDigest } from '../build/engine-digest.ts';
import { engineFolder } from '../engine-folder.ts';
import { KeptTexts, type KeptText } from '../content/text-cache.ts';
import {
  COLLECTIONS,
  readLibrary,
  type CollectionName,
  type ContentFile,
  type Library,
} from '../content/read-content.ts';
import { tellProgress } from '../terminal/progress-event.ts';
import { site } from '../settings/settings.ts';
import { packTerms } from '../words/terms.ts';
import { isDraft } from '../checks/check-content.ts';
import { checkSite } from '../checks/check-site.ts';
import { renderChecked } from '../checks/check-text.ts';
import { holds, type Dependency, type Surroundings } from '../markdown/document.ts';
import { kindOf } from '../markdown/pictures/media.ts';
import { surroundingsOf } from '../markdown/site-index.ts';
import { parsedData } from './parsed-data.ts';
import { renderAll } from './render-workers.ts';
import { digestOf, type Job, type Rendered, type Workshop } from './render-job.ts';

/** What is wrong with a text, and what it asked for. */
interface CheckedText {
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
}

/** What is kept of a rendering for the next time. */
interface Kept extends CheckedText {
  /** What the rendering was made from, its dependencies apart. */
  source: string;
}

/** A text that was rendered. */
interface Made extends CheckedText {
  digest: string;
  rendered: { html: string; metadata?: Record<string, unknown> };
}

/**
 * The loader of a collection. All collections are loaded together, so that every mistake in any
 * file is told in one run: a build then ends with a ContentError, `dev` prints them and goes on.
 * Drafts can be linked to in `dev`, and where a build is told that it has them.
 * A rendering is kept and used again while its file, the answers of its
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
  const workshop = { root: config.root, surroundings };
  const texts = [
    ...(await syncAll(library, workshop)),
    ...(await textsWithoutEntry(library, workshop)),
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
  const inDevelopment = contexts.get('posts')!.watcher !== undefined;
  const kept = new KeptTexts(fileURLToPath(workshop.root), { inDevelopment });
  // What a page shows now stays until the next time, since it is asked for while this goes on.
  const entries = [...contexts.values()].flatMap(({ store }) => store.values());
  kept.keepOnly(new Set(entries.map(({ digest }) => String(digest))));
  const records = kept.records();
  const texts: CheckedText[] = [];
  const left: { file: ContentFile; context: LoaderContext; job: Job }[] = [];
  for (const [name, context] of contexts) {
    const gone = new Set(context.store.keys());
    for (const file of library[name]) {
      gone.delete(file.id);
      const job = jobOf(file, fileURLToPath(workshop.root));
      const record = records.get(String(context.store.get(file.id)?.digest));
      const known = keptOf(record, job, workshop.surroundings);
      if (known) texts.push(known);
      else left.push({ file, context, job });
    }
    // In `dev` a file with mistakes in its front matter keeps its last good entry.
    for (const id of gone) if (!context.watcher || !isThere(id, context)) context.store.delete(id);
  }
  const jobs = left.map(({ job }) => job);
  const made: Made[] = [];
  let done = 0;
  await renderAll(jobs, { ...workshop, library, hasDrafts }, (first, rendered) => {
    kept.write(rendered.map((one, index) => keptText(one, jobs[first + index]!)));
    for (const [index, one] of rendered.entries())
      made[first + index] = madeOf(one, left[first + index]!.file);
    tellProgress('Rendering texts', (done += rendered.length), jobs.length);
  });
  for (const [index, { file, context }] of left.entries()) {
    const errors = await store(file, context, made[index]!);
    made[index]!.diagnostics.push(...errors);
  }
  kept.close();
  return [...texts, ...made];
}

function jobOf(file: ContentFile, root: string): Job {
  const { path, format, body, raw } = file;
  return {
    text: { path, format, body, isDraft: raw['draft'] === true },
    source: digestOf([engineDigest({ root, engine: engineFolder }, 'renderings'), path, raw, body]),
  };
}

/** Returns what is kept of a rendering that was made from this and would be the same today. */
function keptOf(
  record: string | undefined,
  { source }: Job,
  surroundings: Surroundings,
): Kept | undefined {
  if (record === undefined) return undefined;
  const kept = JSON.parse(record) as Kept;
  return kept.source === source && holds(kept.dependencies, surroundings) ? kept : undefined;
}

function keptText(rendered: Rendered, { source }: Job): KeptText {
  const { digest, html, diagnostics, dependencies } = rendered;
  const kept: Kept = { source, diagnostics, dependencies };
  return { digest, html, metadata: metadataOf(rendered), record: JSON.stringify(kept) };
}

function metadataOf({ headings, styles, text, dependencies }: Rendered): KeptMetadata {
  const { terms, ...excerpts } = text;
  return {
    ...{ headings, styles, text: excerpts },
    pictures: picturesAmong(dependencies),
    terms: packTerms(terms),
  };
}

/** The texts of posts are apart from Astro's store; MDX is Astro's to render, and pages are few. */
function madeOf(rendered: Rendered, { collection, format }: ContentFile): Made {
  const { digest, html, diagnostics, dependencies } = rendered;
  const isApart = collection === 'posts' && format === 'md';
  const metadata = metadataOf(rendered) as unknown as Record<string, unknown>;
  return {
    ...{ digest, diagnostics, dependencies },
    rendered: isApart ? { html: '' } : { html, metadata },
  };
}

/** Stores an entry, or returns what the schema in `src/content.config.ts` says against it. */
async function store(
  file: ContentFile,
  { store, config, parseData }: LoaderContext,
  { digest, rendered }: Made,
): Promise<Diagnostic[]> {
  const filePath = join(fileURLToPath(config.root), file.path);
  const { data, errors } = await parsedData(file, filePath, parseData);
  if (!data) return errors;
  store.set({
    id: file.id,
    data,
    filePath: file.path,
    digest,
    rendered,
    // MDX is a module, which Vite compiles and Astro renders.
    deferredRender: file.format === 'mdx',
  });
  return [];
}

function picturesAmong(dependencies: readonly Dependency[]): string[] {
  const asked = dependencies.filter(([question, path]) => question === 'exists' && kindOf(path));
  return [...new Set(asked.map(([, path]) => path))];
}

/** What is learned of the text of files that have no entry, since their front matter does not hold. */
async function textsWithoutEntry(
  { readings }: Library,
  workshop: Workshop,
): Promise<CheckedText[]> {
  const broken = [...readings.values()].filter(({ file }) => !file);
  const renderings = broken.map((reading) =>
    renderChecked({ ...reading, isDraft: isDraft(reading) }, site, workshop),
  );
  return Promise.all(renderings);
}

function isThere(id: string, { store, config }: LoaderContext): boolean {
  const { filePath } = store.get(id) ?? {};
  return filePath !== undefined && existsSync(new URL(filePath, config.root));
}
