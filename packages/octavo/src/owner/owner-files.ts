import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { collectionsOf } from '../content/content-file.ts';
import { engineFolder } from '../engine-folder.ts';
import type { Context } from '../settings/context.ts';
import { originalOf, replacementOf } from './overridable.ts';
import { runtimeModule, runtimeSource } from './runtime-modules.ts';

const ENGINE = normalizePath(engineFolder);
const ASTRO = /^astro(?:\/|$)/;

/** Resolves the virtual module of the context, and the components and styles that the owner replaces. */
export function ownerFiles(context: Context, hasOwnPictures: () => boolean): Plugin {
  const { root, mode } = context;
  return {
    name: 'octavo:owner-files',
    enforce: 'pre',
    configEnvironment(name) {
      if (name !== 'prerender') return undefined;
      // Astro resolves sharp from the blog, where pnpm does not find the engine's.
      const paths = { sharp: import.meta.resolve('sharp') };
      // For the positions of errors; the cached bundle is without them.
      return { build: { sourcemap: true, rolldownOptions: { output: { paths } } } };
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        const { name } = this.environment;
        const runtime = runtimeModule(source, { mode, environment: name, hasOwnPictures });
        if (runtime !== undefined) return runtime;
        const own = replacement(source, importer, root);
        if (own !== undefined) return own;
        if (!importer?.startsWith(ENGINE)) {
          if (!ASTRO.test(source)) return undefined;
          // Modules of Astro resolve it from the blog, where pnpm does not find the engine's.
          const options = { skipSelf: true };
          return (
            (await this.resolve(source, importer, options)) ??
            (await this.resolve(source, `${ENGINE}index.js`, options))
          );
        }
        // The engine's versions, even if the blog has others installed.
        if (name !== 'client' && isDependency(source))
          return { id: import.meta.resolve(source), external: true };
        return undefined;
      },
    },
    load: (id) => runtimeSource(id, context) ?? collectionsSource(id, context),
    configureServer({ watcher, environments }) {
      const folder = normalizePath(root);
      // Vite resolves the imports of a module again only after a change of the module.
      const invalidateImporters = (path: string) => {
        const file = normalizePath(path);
        const original = file.startsWith(folder) && originalOf(file.slice(folder.length));
        if (!original) return;
        const graphs = Object.values(environments).map(({ moduleGraph }) => moduleGraph);
        const modules = graphs.flatMap((graph) =>
          [file, ENGINE + original].flatMap((id) => [...(graph.getModulesByFile(id) ?? [])]),
        );
        const importers = modules.flatMap((module) => [...module.importers]);
        for (const importer of new Set(importers.map(({ file }) => file)))
          if (importer !== null) watcher.emit('change', importer);
      };
      watcher.on('add', invalidateImporters);
      watcher.on('unlink', invalidateImporters);
    },
  };
}

/** Returns the owner's file for an import of an engine file; `undefined` inside that file itself. */
function replacement(source: string, importer: string | undefined, root: string) {
  const [path = '', query] = source.split('?');
  const [from] = importer?.split('?') ?? [];
  const original = engineFile(path, from);
  const own = original === undefined ? undefined : replacementOf(original);
  if (own === undefined) return undefined;
  const file = normalizePath(join(root, own));
  if (file === from || !existsSync(file)) return undefined;
  return query === undefined ? file : `${file}?${query}`;
}

/** Returns the path of an imported file in the engine's folder. */
export function engineFile(path: string, importer: string | undefined): string | undefined {
  if (path.startsWith('octavo/')) return path.slice('octavo/'.length);
  if (!path.startsWith('.') || !importer?.startsWith(ENGINE)) return undefined;
  return normalizePath(join(dirname(importer), path)).slice(ENGINE.length);
}

/** Returns the source of a module in place of `src/content.config.ts`, which completes its collections. */
function collectionsSource(id: string, { root, settings }: Context): string | undefined {
  const file = (name: string) => normalizePath(join(root, `src/${name}.config.ts`));
  if (id !== file('content')) return undefined;
  return [
    `import { completeCollections } from 'octavo/content';`,
    `import * as own from ${JSON.stringify(`${id}?own`)};`,
    `import * as config from ${JSON.stringify(file('site'))};`,
    `const names = ${JSON.stringify(collectionsOf(settings))};`,
    'const keys = config.frontMatter?.notes;',
    'export const collections = completeCollections(own.collections, names, keys);',
  ].join('\n');
}

/** Packages that Astro and Vite must resolve themselves. */
const RESOLVED_BY_ASTRO = /^(?:astro|@astrojs|vite)(?:\/|$)/;
const DEPENDENCIES = Object.keys(packageJson.dependencies).filter(
  (name) => !RESOLVED_BY_ASTRO.test(name),
);

function isDependency(source: string): boolean {
  return DEPENDENCIES.some((name) => source === name || source.startsWith(`${name}/`));
}
