// The modules that read the settings and the content when they are loaded, so that what Astro bundles
// serves other settings and other content too. `dev`, where Vite reloads modules, has its own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineFolder } from '../engine-folder.ts';
import type { Context, Mode } from '../settings/context.ts';

const CONTEXT = 'virtual:octavo/context';
/** Astro's module with the entries of collections. */
const ENTRIES = 'astro:data-layer-content';
const CONTEXT_ID = `\0octavo:${CONTEXT}`;
export const ENTRIES_ID = `\0octavo:${ENTRIES}`;

/** Returns the id of one of these modules; in `dev` entries are those of Astro. */
export function runtimeModule(source: string, mode: Mode, environment: string): string | undefined {
  if (source === CONTEXT) return CONTEXT_ID;
  const isRead = source === ENTRIES && mode !== 'dev' && environment === 'prerender';
  return isRead ? ENTRIES_ID : undefined;
}

/** Returns the source of one of these modules. */
export function runtimeSource(id: string, context: Context): string | undefined {
  if (id === CONTEXT_ID) return contextSource(context);
  return id === ENTRIES_ID ? entriesSource(context) : undefined;
}

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

/** Writes the context of a build for its context module. */
export function writeContext({ root, mode, now, settings }: Context): void {
  writeFileSync(contextFile(root), JSON.stringify({ root, mode, now, settings }));
}

function contextSource(context: Context): string {
  const { root, mode, now, settings } = context;
  const file = join(root, 'src/site.config.ts');
  return [
    `import { stringsFor } from 'octavo/internal/strings/strings';`,
    ...(mode === 'dev'
      ? [
          `import config from ${JSON.stringify(file)};`,
          `const stored = ${JSON.stringify({ root, mode, now, settings })};`,
        ]
      : [
          `const stored = ${readJson(contextFile(root))};`,
          // Node has loaded the settings already; the array keeps Vite from bundling them.
          `const { default: config } = await import([${JSON.stringify(pathToFileURL(file).href)}][0]);`,
        ]),
    // The owner's strings may be functions, which JSON cannot have.
    'export const site = { ...stored.settings, strings: config.strings };',
    'export const context = { ...stored, settings: site };',
    'export const t = stringsFor(site);',
    `export const engineFolder = ${JSON.stringify(engineFolder)};`,
  ].join('\n');
}
