import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import type { Settings } from '../settings/settings.ts';
import { digestOf } from '../digest-of.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import { importedFiles } from './imported-files.ts';

/** The code of a blog that renderings may depend on. */
const SOURCES = ['src/**/*.{ts,mts,js,mjs,json}', '!src/{content,pages}/**'];
/** The imports of these files are included, wherever they are. */
const CONFIGURATION = '{src/site,astro}.config.{ts,mjs,js}';
/** The packages of the owner's own plugins, whichever manager installed them. */
export const LOCKS = '{package-lock.json,pnpm-lock.yaml,yarn.lock,bun.lock}';

const digests = new Map<string, string>();

/** The folders of the blog and of the engine's sources, with a slash at their end. */
export interface Folders {
  root: string;
  engine: string;
}

/**
 * Returns a digest of everything that renderings depend on except the content: the sources of the
 * engine and the blog, the settings, the versions of packages and of Node. Read once a process:
 * after an edit of one of them, `dev` must be restarted.
 */
export function engineDigest({ root, engine }: Folders, settings: Settings): string {
  const known = digests.get(root);
  if (known !== undefined) return known;
  const files = globSync([...SOURCES, LOCKS], { cwd: root, caseSensitiveMatch: false });
  const configuration = importedFiles(root, globSync(CONFIGURATION, { cwd: root }));
  const own = digestOfFiles(root, [...files, ...configuration]);
  // The settings are code, and may depend on more than their file.
  const digest = digestOf(process.version, settings, codeDigest(engine), own);
  digests.set(root, digest);
  return digest;
}

/** Returns a digest of the engine's sources and the versions of its dependencies, read once a process. */
export function codeDigest(engine: string): string {
  let digest = digests.get(engine);
  if (digest === undefined) {
    const sources = digestOfFiles(engine, globSync('**', { cwd: engine }));
    digest = `${sources} ${JSON.stringify(dependencyVersions(engine))}`;
    digests.set(engine, digest);
  }
  return digest;
}

/** Returns the versions of the engine's dependencies that are installed. */
export function dependencyVersions(engine: string): Record<string, string> {
  const { dependencies } = readPackage(join(engine, '../package.json'));
  return Object.fromEntries(
    Object.keys(dependencies).map((name) => {
      const file = findPackageJSON(name, pathToFileURL(engine));
      return [name, file === undefined ? '' : readPackage(file).version];
    }),
  );
}

function readPackage(file: string) {
  return JSON.parse(readFileSync(file, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
}
