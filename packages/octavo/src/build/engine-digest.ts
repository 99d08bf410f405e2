import { readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { fontFiles } from '../content/font-files.ts';
import { digestOf } from '../digest-of.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import { engineFolder } from '../engine-folder.ts';
import { pathFrom } from '../file-path.ts';
import type { Context } from '../settings/context.ts';

const CODE = [
  ...['src/**', '!src/content/**', '{astro,postcss,vite}.config.*', '.postcssrc*'],
  ...['{package,package-lock,tsconfig}.json', 'pnpm-lock.yaml', '{yarn,bun}.lock', '.env*'],
];
/** The imports of these files are included, wherever they are. */
const CONFIGURATION = ['src/site.config.{ts,mjs,js}', 'astro.config.{ts,mjs,js}'];
/** The files that a module imports by their path: `from './x.ts'`, `import '../y.js'`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g;
/** The endings that an import may omit. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '/index.ts', '/index.js'];
/** The code that renderings may depend on, and the versions of the packages of the owner's plugins. */
const OF_RENDERINGS = /^(?!src\/pages\/).*\.(?:[cm]?[jt]s|json|lock)$|^pnpm-lock/i;
/** The bundle does not depend on the settings: Node loads them, not Vite. */
const SETTINGS = /^src\/site\.config\./;
const READS_CONTENT = /\b(?:getCollection|getEntry|getEntries|getBlog)\b|\bimport\.meta\.glob\b/;

/** The facts of a blog's code. */
interface BlogCode {
  /** A digest of the part that renderings depend on. */
  renderings: string;
  /** A digest of the part that Vite bundles, and of the environment. */
  bundled: string;
  /** Whether components or pages read content, so that each page may show any of it. */
  readsContent: boolean;
}

const known = new Map<string, BlogCode>();

/** Reads the owner's code, once a process: after an edit of it, `dev` must be restarted. */
export function blogCode(context: Context): BlogCode {
  const { root, mode } = context;
  let code = known.get(root);
  if (code) return code;
  const texts = codeFiles(context).map((path) => [path, textOf(join(root, path))] as const);
  const bundled = texts.filter(([path]) => !SETTINGS.test(path));
  // `dev` uses the bundles of builds.
  const environment = mode === 'dev' ? undefined : process.env['NODE_ENV'];
  code = {
    renderings: digestOf(texts.filter(([path]) => OF_RENDERINGS.test(path))),
    bundled: digestOf(bundled, variablesIn(bundled.join()), environment ?? 'production'),
    readsContent: bundled.some(
      ([path, text]) => !path.startsWith('src/content.') && READS_CONTENT.test(text),
    ),
  };
  known.set(root, code);
  return code;
}

/** Returns a digest of files that a bundle contains beside the blog's code. */
export function digestOfBundled(root: string, files: readonly string[]): string {
  const texts = files.map((path) => [path, textOf(join(root, path))]);
  return digestOf(texts, variablesIn(texts.join()));
}

/** Returns the files of a blog's code, wherever they are, sorted. */
export function codeFiles({ root, settings }: Context): string[] {
  const files = [
    ...globSync(CODE, { cwd: root, dot: true, caseSensitiveMatch: false }),
    ...importedFiles(root, globSync(CONFIGURATION, { cwd: root })),
    ...fontFiles({ root, settings }).map(({ file }) => pathFrom(root, file)),
  ];
  return [...new Set(files)].filter((path) => isFile(join(root, path))).sort();
}

/** Returns these files and all that they import by relative paths, with each ending; some are missing. */
export function importedFiles(root: string, files: readonly string[]): Set<string> {
  const found = new Set(files);
  // It goes on with the files that it adds.
  for (const path of found)
    for (const [, , source = ''] of textOf(join(root, path)).matchAll(IMPORT))
      for (const ending of ENDINGS) found.add(posix.join(posix.dirname(path), source) + ending);
  return found;
}

/** Returns the environment variables that code names. */
function variablesIn(code: string) {
  const words = new Set(code.match(/\w+/g));
  const named = Object.entries(process.env).filter(([name]) => words.has(name));
  return named.sort();
}

/** Returns the text of a file, empty if it is missing. */
export function textOf(file: string): string {
  return isFile(file) ? readFileSync(file, 'latin1') : '';
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Returns a digest of everything that renderings depend on except the content: the sources of the
 * engine and the blog, the settings, the versions of packages and of Node.
 */
export function engineDigest(context: Context, engine = engineFolder): string {
  // The settings are code, and may depend on more than their file.
  const { settings } = context;
  return digestOf(process.version, settings, codeDigest(engine), blogCode(context).renderings);
}

const engines = new Map<string, string>();

/** Returns a digest of the engine's sources and the versions of its dependencies, read once a process. */
export function codeDigest(engine: string): string {
  let digest = engines.get(engine);
  if (digest === undefined) {
    const sources = digestOfFiles(engine, globSync('**', { cwd: engine }));
    digest = `${sources} ${JSON.stringify(dependencyVersions(engine))}`;
    engines.set(engine, digest);
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
