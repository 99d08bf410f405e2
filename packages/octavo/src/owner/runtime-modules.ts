// The modules that read the settings and the content when they are loaded, so that what Astro bundles
// serves other settings and other content too. `dev`, where Vite reloads modules, has its own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The names of the files with the context, for modules that are bundled. */
const CONTEXT_FILES = { build: 'build-context.json', dev: 'dev-context.json' };

function contextFile({ root, mode }: Pick<Context, 'root' | 'mode'>): string {
  return join(root, '.cache/octavo', CONTEXT_FILES[mode === 'dev' ? mode : 'build']);
}

/** Writes the context of a site, and the name of its folder of assets, for the context module. */
export function writeContext(context: Context, assets: string): void {
  writeFileSync(contextFile(context), contextJson(context, assets));
}

function contextJson(context: Context, assets?: string): string {
  const { root, mode, now, settings } = context;
  return JSON.stringify({ root, mode, now, settings, assets, entriesFile: entriesFile(context) });
}

/** Returns the source of a bundled module as `dev` runs it, beside builds. */
export function sourceInDev(source: string): string {
  return source.replaceAll(CONTEXT_FILES.build, CONTEXT_FILES.dev);
}

function contextSource(context: Context): string {
  const file = JSON.stringify(contextFile(context));
  const read = `JSON.parse(process.getBuiltinModule('node:fs').readFileSync(${file}, 'utf8'))`;
  return [
    `import { languagesOf } from 'octavo/internal/settings/languages';`,
    `import { stringsFor } from 'octavo/internal/strings/strings';`,
    `const values = ${context.mode === 'dev' ? contextJson(context) : read};`,
    'export const { assets, entriesFile, ...context } = values;',
    'export const languages = languagesOf(context.settings).map((site) => {',
    '  return { site, t: stringsFor(site) };',
    '});',
    // Overrides of earlier versions import them.
    'export const { site, t } = languages.find(({ site }) => site.code === site.defaultCode);',
    `export const engineFolder = ${JSON.stringify(engineFolder)};`,
  ].join('\n');
}
