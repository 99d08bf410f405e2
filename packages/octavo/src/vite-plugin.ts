import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import packageJson from '../package.json' with { type: 'json' };
import { engineFolder } from './engine-folder.ts';

const SETTINGS = '#site-config';

/**
 * Gives the engine's modules what is the owner's: the settings, and the components and styles that
 * he replaces.
 */
export function ownersFiles(root: string): Plugin {
  return {
    name: 'octavo:owners-files',
    enforce: 'pre',
    configEnvironment(name) {
      if (name !== 'prerender') return undefined;
      // Astro leaves sharp to the blog: pnpm would not find that of the engine.
      const paths = { sharp: import.meta.resolve('sharp') };
      return { build: { rolldownOptions: { output: { paths } } } };
    },
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        if (source === SETTINGS) return `\0${SETTINGS}`;
        if (!importer?.startsWith(engineFolder)) return undefined;
        const own = replacement(source, root);
        if (own !== undefined) return own;
        // The engine's own versions, whatever the blog has installed beside them.
        if (this.environment.name !== 'client' && isDependency(source))
          return { id: import.meta.resolve(source), external: true };
        return undefined;
      },
    },
    load(id) {
      if (id !== `\0${SETTINGS}`) return undefined;
      return [
        `import * as owner from ${JSON.stringify(join(root, 'src/site.config.ts'))};`,
        `import { siteConfigOf } from ${JSON.stringify(fileURLToPath(import.meta.resolve('./owner.ts')))};`,
        `export const { settings, frontMatter, mdastPlugins, hastPlugins } = siteConfigOf(owner);`,
      ].join('\n');
    },
  };
}

/** Returns the owner's file for a relative import of the engine, where there is one. */
function replacement(source: string, root: string): string | undefined {
  const [path = '', query] = source.split('?');
  const folder = path.endsWith('/theme.css') ? 'src/styles' : 'src/overrides';
  if (!path.startsWith('.') || !/(?:\.astro|\/theme\.css)$/.test(path)) return undefined;
  const file = join(root, folder, basename(path));
  if (!existsSync(file)) return undefined;
  return query === undefined ? file : `${file}?${query}`;
}

/** Those that Astro and Vite must resolve themselves. */
const RESOLVED_BY_ASTRO = /^(?:astro|@astrojs|vite)(?:\/|$)/;
const DEPENDENCIES = Object.keys(packageJson.dependencies).filter(
  (name) => !RESOLVED_BY_ASTRO.test(name),
);

function isDependency(source: string): boolean {
  return DEPENDENCIES.some((name) => source === name || source.startsWith(`${name}/`));
}
