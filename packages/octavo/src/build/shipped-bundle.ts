// The bundle that the package carries, for blogs without code of their own. scripts/bundle.ts makes it
// from the starter; placeholders in it stand for what is different in each blog.
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathFrom, withSlashes } from '../file-path.ts';
import { engineRoutes } from '../content/read-owner-routes.ts';
import { engineFolder } from '../engine-folder.ts';
import { writeWhole } from '../write-whole.ts';
import type { Context } from '../settings/context.ts';
import { codeDigest, codeFiles, dependencyVersions, textOf } from './engine-digest.ts';

/** The URL of the starter that the bundle is made from. */
export const STARTER = { origin: 'https://octavo.invalid', base: '/octavo-base/' };

/** The files of a blog without code of its own. */
const NOT_OWN =
  /^(?:src\/(?:assets\/|(?:content|site)\.config\.|env\.d\.ts$)|\.env|(?:package|tsconfig|pnpm|yarn|bun)\b)/;
/** The text of others in such a blog by their path without extension; comments, quotes and white space are stripped. */
const TEXTS = new Map([
  ['src/styles/theme', ''],
  ['astro.config', 'importoctavofromoctavo;exportdefault{integrations:[octavo()]};'],
]);
const COMMENTS = /\/\*[^]*?\*\/|\/\/.*/g;

/** The file of the shipped bundle. */
export interface ShippedBundle {
  /** The digest of the engine that it was made from (`codeDigest`). */
  key: string;
  /** The patterns of its routes. */
  routes: string[];
  /** The text of each file by its path. */
  files: Record<string, string>;
}

/**
 * Writes the shipped bundle into a folder, if the blog has no code of its own, the engine is the one
 * that it was made from, and it has all routes of the blog; returns whether it did.
 */
export function installBundle(folder: string, context: Context, engine = engineFolder): boolean {
  const file = shippedFile(engine);
  if (!existsSync(file) || hasCode(context)) return false;
  const { key, routes, files } = JSON.parse(readFileSync(file, 'utf8')) as ShippedBundle;
  if (key !== codeDigest(engine)) return false;
  if (!engineRoutes(context).every(({ pattern }) => routes.includes(pattern))) return false;
  const values = new Map(placeholders(context, engine));
  const names = new RegExp([...values.keys()].map(RegExp.escape).join('|'), 'g');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const replaced = text.replace(names, (name) => values.get(name)!);
    writeWhole(join(folder, path), replaced);
  }
  return true;
}

/** Returns the file of the shipped bundle of an engine. */
export function shippedFile(engine: string): string {
  return join(engine, '../dist/bundle.json');
}

/** Returns the placeholders in a shipped bundle, each with its value in a blog. */
export function placeholders({ root, settings }: Context, engine: string): [string, string][] {
  const folderOf = (name: string) =>
    `${withSlashes(dirname(realpathSync(findPackageJSON(name, pathToFileURL(engine))!)))}/`;
  return [
    ...Object.keys(dependencyVersions(engine)).flatMap((name): [string, string][] => [
      [`octavo:package-url/${name}/`, pathToFileURL(folderOf(name)).href],
      [`octavo:package-path/${name}/`, folderOf(name)],
    ]),
    ['octavo:engine-url/', pathToFileURL(engine).href],
    ['octavo:engine-path/', withSlashes(engine)],
    ['octavo:engine/', `${pathFrom(root, engine)}/`],
    ['octavo:blog-url/', pathToFileURL(root).href],
    ['octavo:blog-path/', withSlashes(root)],
    [STARTER.origin, settings.origin],
    [STARTER.base, settings.base],
  ];
}

/** Returns true if a blog has code, styles or fonts that Vite would bundle. */
function hasCode(context: Context): boolean {
  const files = codeFiles(context).filter((path) => !NOT_OWN.test(path));
  return files.some((path) => {
    const text = textOf(join(context.root, path)).replace(COMMENTS, '');
    return text.replace(/[\s'"]/g, '') !== TEXTS.get(path.replace(/\.\w+$/, ''));
  });
}
