import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importedFiles } from './imported-files.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Files that are cached under a digest: relative to the engine's folder, and to the blog's. The
 * imports of `entries` are included, wherever they are.
 */
const SOURCES = {
  /** Of a rendering: Markdown features, the rules of the blog, the strings; code of the owner. */
  renderings: {
    engine: [
      '{addresses,blog,checks,content,diagnostics,html,loader,markdown,owner,redirects,settings,strings,words}/**/*.{ts,js,json}',
      '*.{ts,js}',
    ],
    blog: ['src/*.{ts,mts,js,mjs,json}', 'src/!(content|pages)/**/*.{ts,mts,js,mjs,json}'],
    entries: ['src/site.config.ts'],
  },
  /** Of a page: all sources of the engine and the blog. */
  pages: {
    engine: ['**/*'],
    blog: ['src/**/*', 'astro.config.*', 'tsconfig.json'],
    entries: ['src/site.config.ts', 'astro.config.mjs', 'astro.config.ts', 'astro.config.js'],
  },
};

/** The packages of the owner's own plugins, whichever manager installed them. */
const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/** Content, which has cache keys of its own. */
const CONTENT = /\.(?:mdx?|avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|m4a)$/i;

const digests = new Map<string, string>();

/** The folders of the blog and of the engine's sources, with a slash at their end. */
export interface Folders {
  root: string;
  engine: string;
}

/**
 * Returns a digest of everything that renderings or pages depend on except the content: the sources of the
 * engine and the blog, the settings, the versions of packages and of Node. Read once a process:
 * after an edit of one of them, `dev` must be restarted.
 */
export function engineDigest(
  folders: Folders,
  settings: Settings,
  of: keyof typeof SOURCES,
): string {
  const key = `${of} ${folders.root}`;
  const known = digests.get(key);
  if (known !== undefined) return known;
  const digest = digestFiles(folders, settings, SOURCES[of]);
  digests.set(key, digest);
  return digest;
}

function digestFiles(
  { root, engine }: Folders,
  settings: Settings,
  patterns: (typeof SOURCES)[keyof typeof SOURCES],
): string {
  // The settings are code, and may depend on more than their file.
  const hash = createHash('sha256')
    .update(process.version)
    .update(JSON.stringify(settings))
    .update(JSON.stringify(dependencyVersions(engine)));
  const locks = LOCKS.filter((file) => existsSync(join(root, file)));
  const add = (folder: string, names: readonly string[]) => {
    for (const name of names)
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(folder, name)));
  };
  add(engine, filesOf(engine, patterns.engine));
  const own = [...filesOf(root, patterns.blog), ...importedFiles(root, patterns.entries)];
  add(root, [...new Set(own)].concat(locks));
  return hash.digest('base64url');
}

function filesOf(folder: string, patterns: readonly string[]): string[] {
  const files = globSync(patterns, { cwd: folder })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !(path.startsWith('src/content/') && CONTENT.test(path)))
    .filter((path) => statSync(join(folder, path)).isFile());
  return [...new Set(files)].sort();
}

/** Returns the versions of the engine's dependencies that are installed. */
export function dependencyVersions(engine: string): Record<string, string> {
  const own = readPackage(join(engine, '../package.json'));
  return Object.fromEntries(
    Object.keys(own.dependencies).map((name) => {
      const file = findPackageJSON(name, pathToFileURL(engine));
      return [name, file === undefined ? '' : readPackage(file).version];
    }),
  );
}

interface Package {
  version: string;
  dependencies: Record<string, string>;
}

function readPackage(file: string): Package {
  return JSON.parse(readFileSync(file, 'utf8')) as Package;
}
