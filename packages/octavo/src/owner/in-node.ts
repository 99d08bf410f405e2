import { globSync } from 'node:fs';
import { normalizePath, type Plugin } from 'vite';
import { engineFolder } from '../engine-folder.ts';
import { DRAWN_FENCES } from '../markdown/diagrams/fences.ts';
import type { Context } from '../settings/context.ts';
import { engineFile } from './owner-files.ts';

/** Node loads these in the module graph of the configuration, which is faster than Vite's. */
const ALWAYS = ['octavo/content', 'octavo/config'];
/** The packages that a blog installs if it needs them. */
const ON_DEMAND = new Set(DRAWN_FENCES.values().map((fence) => fence.package));
/** In `dev` these too, as the loader does; Vite would transform 200 files for the first page. */
const IN_DEV =
  '{strings,html,diagnostics,words,addresses,settings,content,markdown,blog}/**/*.{js,ts}';
/** These import modules of Vite. */
const IN_VITE = ['markdown/pictures/picture-files.*', 'markdown/pictures/image-metadata.*'];
/** A module of its own, since Vite cannot tell a file that Node loads from the same file in Vite. */
const PREFIX = '\0octavo:node:';

/** Lets Node load modules of the engine that need nothing of Vite. */
export function inNode({ mode }: Pick<Context, 'mode'>): Plugin {
  const isDev = mode === 'dev';
  const modules = isDev ? engineModules() : new Map<string, string>();
  return {
    name: 'octavo:in-node',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'client',
    configEnvironment: (name) =>
      isDev && name !== 'client'
        ? { resolve: { external: [...ALWAYS, ...modules.values()] } }
        : undefined,
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        // Vite would fail for a package that is not installed.
        if (ON_DEMAND.has(source)) return { id: source, external: true };
        // In `dev`, Vite would transform a file URL.
        if (!isDev && ALWAYS.includes(source))
          return { id: import.meta.resolve(source), external: true };
        const module = modules.get(engineFile(source, importer) ?? '');
        return module && PREFIX + module;
      },
    },
    load: (id) =>
      id.startsWith(PREFIX) ? `export * from '${id.slice(PREFIX.length)}';` : undefined,
  };
}

/** Returns the names of modules of the engine, by file. */
function engineModules(): Map<string, string> {
  const files = globSync(IN_DEV, { cwd: engineFolder, exclude: IN_VITE }).map(normalizePath);
  return new Map(
    files.map((file) => [file, `octavo/internal/${file.replace(/\.[jt]s$/, '')}`] as const),
  );
}
