// The modules that read the settings and the content when they are loaded, so that what Astro bundles
// serves other settings and other content too. In `dev`, modules that Vite loads have the context in them.
import { join } from 'node:path';
import { setEnvironmentData } from 'node:worker_threads';
import { engineFolder } from '../engine-folder.ts';
import type { Context, Mode } from '../settings/context.ts';

const CONTEXT = 'virtual:octavo/context';
const idOf = (source: string) => `\0octavo:${source}`;
const CONTEXT_ID = idOf(CONTEXT);
/** Astro's module with the entries of collections. */
const ENTRIES_ID = idOf('astro:data-layer-content');
/** Astro's module with the pictures that front matter names. */
const PICTURES_ID = idOf('astro:asset-imports');
/** The modules that read content when they are loaded. */
export const RUNTIME_IDS = [ENTRIES_ID, PICTURES_ID];

interface Importing {
  mode: Mode;
  environment: string;
  /** Returns true if a key of the owner names a picture, which Vite resolves. */
  hasOwnPictures: () => boolean;
}

/** Returns the id of one of these modules; in `dev`, pictures are those of Astro. */
export function runtimeModule(
  source: string,
  { mode, environment, hasOwnPictures }: Importing,
): string | undefined {
  const id = idOf(source);
  if (id === CONTEXT_ID) return id;
  if (mode === 'dev') return id === ENTRIES_ID && environment !== 'client' ? id : undefined;
  if (environment !== 'prerender' || !RUNTIME_IDS.includes(id)) return undefined;
  return id === PICTURES_ID && hasOwnPictures() ? undefined : id;
}

/** Returns the source of one of these modules. */
export function runtimeSource(id: string, context: Context): string | undefined {
  if (id === CONTEXT_ID) return contextSource(context);
  if (id === PICTURES_ID) return PICTURES_SOURCE;
  return id === ENTRIES_ID ? ENTRIES_SOURCE : undefined;
}

const ENTRIES_SOURCE = `export { storedEntries as default } from 'octavo/internal/site/entries';`;

const PICTURES_SOURCE = `
import { importedImage } from 'octavo/internal/markdown/pictures/image-metadata';
export default { get: importedImage };`;

/** Returns the file in which Astro stores the entries of collections. */
export function entriesFile({ root, mode }: Pick<Context, 'root' | 'mode'>): string {
  return join(root, mode === 'dev' ? '.astro' : '.cache/astro', 'data-store.json');
}

/** The key of the context in the data that Node shares with workers. */
const SHARED = 'octavo:context';

/** Passes the context of a site, and the name of its folder of assets, to the context module of a bundle. */
export function passContext(context: Context, assets: string): void {
  setEnvironmentData(SHARED, contextJson(context, assets));
}

function contextJson(context: Context, assets?: string): string {
  const { root, mode, now, settings } = context;
  return JSON.stringify({ root, mode, now, settings, assets, entriesFile: entriesFile(context) });
}

function contextSource(context: Context): string {
  const shared = `process.getBuiltinModule('node:worker_threads').getEnvironmentData('${SHARED}')`;
  const values = context.mode === 'dev' ? contextJson(context) : `JSON.parse(${shared})`;
  return [
    `import { languagesOf } from 'octavo/internal/settings/languages';`,
    `import { stringsFor } from 'octavo/internal/strings/strings';`,
    `export const { assets, entriesFile, ...context } = ${values};`,
    'export const languages = languagesOf(context.settings).map((site) => {',
    '  return { site, t: stringsFor(site) };',
    '});',
    // Overrides of earlier versions import them.
    'export const { site, t } = languages.find(({ site }) => site.code === site.defaultCode);',
    `export const engineFolder = ${JSON.stringify(engineFolder)};`,
  ].join('\n');
}
