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

/** Returns the id of one of these modules; in `dev`, entries and pictures are those of Astro. */
export function runtimeModule(
  source: string,
  { mode, environment, hasOwnPictures }: Importing,
): string | undefined {
  const id = idOf(source);
  if (id === CONTEXT_ID) return id;
  if (mode === 'dev' || environment !== 'prerender' || !RUNTIME_IDS.includes(id)) return undefined;
  return id === PICTURES_ID && hasOwnPictures() ? undefined : id;
}

/** Returns the source of one of these modules. */
export function runtimeSource(id: string, context: Context): string | undefined {
  if (id === CONTEXT_ID) return contextSource(context);
  if (id === PICTURES_ID) return PICTURES_SOURCE;
  return id === ENTRIES_ID ? entriesSource(context) : undefined;
}

const PICTURES_SOURCE = `
import { importedImage } from 'octavo/internal/markdown/pictures/image-metadata';
export default { get: importedImage };`;

/** Returns the file in which Astro stores the entries of collections. */
export function entriesFile(root: string): string {
  return join(root, '.cache/astro/data-store.json');
}

function entriesSource({ root }: Context): string {
  return `export default ${readJson(entriesFile(root))};`;
}

/** Returns the source of an expression that reads a file. */
function readJson(file: string): string {
  return `JSON.parse(process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
}

function contextFile(root: string): string {
  return join(root, '.cache/octavo/context.json');
}

/** Writes the context of a build, and the name of its folder of assets, for the context module. */
export function writeContext({ root, mode, now, settings }: Context, assets: string): void {
  writeFileSync(contextFile(root), JSON.stringify({ root, mode, now, settings, assets }));
}

function contextSource(context: Context): string {
  const { root, mode, now, settings } = context;
  const inDev = JSON.stringify({ root, mode, now, settings });
  return [
    `import { languagesOf } from 'octavo/internal/settings/languages';`,
    `import { stringsFor } from 'octavo/internal/strings/strings';`,
    `export const { assets, ...context } = ${mode === 'dev' ? inDev : readJson(contextFile(root))};`,
    'export const languages = languagesOf(context.settings).map((site) => {',
    '  return { site, t: stringsFor(site) };',
    '});',
    // Overrides of earlier versions import them.
    'export const { site, t } = languages.find(({ site }) => site.code === site.defaultCode);',
    `export const engineFolder = ${JSON.stringify(engineFolder)};`,
  ].join('\n');
}
