import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { ArticleMetadata } from '../blog/article.ts';
import { DevHtml } from '../blog/dev-html.ts';
import {
  ContentError,
  DIAGNOSTICS_EVENT,
  formatDiagnostic,
  sortDiagnostics,
  type Diagnostic,
} from '../blog/diagnostics.ts';
import {
  COLLECTIONS,
  readLibrary,
  type CollectionName,
  type ContentFile,
  type Library,
} from '../blog/library.ts';
import { site } from '../blog/settings.ts';
import { isDraft } from '../checks/check-content.ts';
import { checkSite } from '../checks/check-site.ts';
import { renderChecked } from '../checks/check-text.ts';
import { holds, type Dependency, type Surroundings } from '../markdown/document.ts';
import { surroundingsOf } from '../markdown/surroundings.ts';
import { engineDigest } from './engine-digest.ts';

/** What the store keeps of a rendering beside its HTML: `entry.rendered.metadata`. */
interface RenderingMetadata extends ArticleMetadata {
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
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

let library: Library | undefined;

async function load(): Promise<void> {
  const { config, watcher } = contexts.get('posts')!;
  const root = fileURLToPath(config.root);
  library = readLibrary(root, site, library);
  const surroundings = surroundingsOf(library, {
    ...{ root, site, inDevelopment: hasDrafts },
  });
  const texts: CheckedText[] = [];
  for (const [name, context] of contexts) {
    texts.push(...(await sync(library, name, context, surroundings)));
  }
  texts.push(...(await textsWithoutEntry(library, config.root, surroundings)));
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

/** What is wrong with a text, and what it asked for. */
type CheckedText = Pick<RenderingMetadata, 'diagnostics' | 'dependencies'>;

/** Brings a collection of the store to what its files say; returns what was learned of their texts. */
async function sync(
  library: Library,
  name: CollectionName,
  context: LoaderContext,
  surroundings: Surroundings,
): Promise<CheckedText[]> {
  const gone = new Set(context.store.keys());
  const texts: CheckedText[] = [];
  for (const file of library[name]) {
    gone.delete(file.id);
    texts.push(await syncFile(file, context, surroundings));
  }
  // In `dev` a file with mistakes in its front matter keeps its last good entry.
  for (const id of gone) if (!context.watcher || !isThere(id, context)) context.store.delete(id);
  return texts;
}

async function syncFile(
  file: ContentFile,
  context: LoaderContext,
  surroundings: Surroundings,
): Promise<CheckedText> {
  const { store, config, parseData } = context;
  const root = fileURLToPath(config.root);
  const source = hash([engineDigest(root), file.path, file.raw, file.body]);
  const before = store.get(file.id);
  const apart = context.watcher && isApart(file) ? new DevHtml(root) : undefined;
  const hasHtml = !apart || apart.has(String(before?.digest));
  const known = hasHtml && renderingOf(before, source, surroundings);
  if (known) return known;

  const rendering = await renderChecked({ ...file, isDraft: file.raw['draft'] === true }, site, {
    root: config.root,
    surroundings,
  });
  const { html, ...metadata } = { ...rendering, source };
  const digest = hash([source, metadata.dependencies]);
  apart?.write(digest, html, before?.digest?.toString());
  store.set({
    id: file.id,
    data: await parseData({ id: file.id, data: file.raw, filePath: join(root, file.path) }),
    filePath: file.path,
    digest,
    rendered: {
      html: apart ? '' : html,
      metadata: metadata satisfies RenderingMetadata as unknown as Record<string, unknown>,
    },
    // MDX is a module, which Vite compiles and Astro renders.
    deferredRender: file.format === 'mdx',
  });
  return metadata;
}

/** What is kept of a rendering that was made from this and would be the same today. */
function renderingOf(
  entry: ReturnType<LoaderContext['store']['get']>,
  source: string,
  surroundings: Surroundings,
): RenderingMetadata | undefined {
  const known = entry?.rendered?.metadata as RenderingMetadata | undefined;
  return known?.source === source && holds(known.dependencies, surroundings) ? known : undefined;
}

/** True for what is kept apart from the store in `dev`: MDX has no HTML, and pages are few. */
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

function hash(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
