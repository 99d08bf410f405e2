import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathFrom } from '../file-path.ts';
import { globSync } from 'tinyglobby';
import { injectedRoutes } from '../addresses/routes.ts';
import { fontFiles } from '../content/font-files.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import { digestOf } from '../digest-of.ts';
import { engineFolder } from '../engine-folder.ts';
import type { Context } from '../settings/context.ts';
import { languageFolders } from '../settings/languages.ts';
import { codeDigest, LOCKS } from './engine-digest.ts';
import { importedFiles } from './imported-files.ts';

/** The files that a bundle depends on. Settings are not among them: Node loads them, not Vite. */
const OWN = ['src/**', '!src/content/**', '!src/site.config.*', '{package,tsconfig}.json', '.env*'];

/**
 * Returns a digest of everything that a bundle depends on except content: the engine, the packages,
 * the owner's code, the environment. `bundled` are the files of the blog in the bundle.
 */
export function bundleKey(context: Context, bundled: readonly string[]): string {
  const { root, settings } = context;
  const { origin, base, fonts } = settings;
  const own = ownRoutes(root).map(({ pattern }) => pattern);
  const routes = injectedRoutes(own, settings, languageFolders(settings));
  return digestOf(
    ...[process.version, root, codeDigest(engineFolder), codeKey(context, bundled)],
    ...[origin, base, fonts, routes.map(({ pattern }) => pattern)],
  );
}

/** Returns a digest of the owner's code, wherever it is, and of the environment variables that it names. */
export function codeKey({ root, settings, mode }: Context, bundled: readonly string[]): string {
  const files = [
    ...filesIn(root, [...OWN, LOCKS]),
    ...importedFiles(root, filesIn(root, ['astro.config.*'])),
    ...fontFiles({ root, settings }).map(({ file }) => pathFrom(root, file)),
    ...bundled,
  ];
  const code = [...new Set(files)].sort().map((path) => [path, textOf(join(root, path))]);
  // `dev` uses the bundles of builds.
  const environment = mode === 'dev' ? undefined : process.env['NODE_ENV'];
  return digestOf(code, variablesIn(code.join()), environment ?? 'production');
}

/** Returns the files in a blog. */
export function filesIn(root: string, patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, dot: true, caseSensitiveMatch: false });
}

/** Returns the environment variables that code names. */
function variablesIn(code: string) {
  const words = new Set(code.match(/\w+/g));
  const named = Object.entries(process.env).filter(([name]) => words.has(name));
  return named.sort();
}

/** Returns the text of a file, empty if it is missing. */
export function textOf(file: string): string {
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
  return isFile ? readFileSync(file, 'latin1') : '';
}
