// The bundle that the package carries, for blogs without code of their own. scripts/bundle.ts makes it
// from the starter; placeholders in it stand for what is different in each blog.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathFrom, withSlashes } from '../file-path.ts';
import { fontFiles } from '../content/font-files.ts';
import { injectedRoutes } from '../addresses/routes.ts';
import { languageFolders } from '../settings/languages.ts';
import type { Context } from '../settings/context.ts';
import { filesIn, textOf } from './bundle-key.ts';
import { codeDigest, dependencyVersions } from './engine-digest.ts';

/** The URL of the starter that the bundle is made from. */
export const STARTER = { origin: 'https://octavo.invalid', base: '/octavo-base/' };

/** The code of a blog that Vite would bundle. */
const CODE = [
  'src/**',
  '!src/{assets,content}/**',
  '!src/{content,site}.config.*',
  '!src/env.d.ts',
];
const THEME = 'src/styles/theme.css';
const CONFIG = 'importoctavofromoctavo;exportdefault{integrations:[octavo()]};';
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
export function installBundle(folder: string, context: Context, engine: string): boolean {
  const file = shippedFile(engine);
  if (!existsSync(file) || hasCode(context)) return false;
  const { key, routes, files } = JSON.parse(readFileSync(file, 'utf8')) as ShippedBundle;
  if (key !== codeDigest(engine) || !routesOf(context).every((one) => routes.includes(one)))
    return false;
  const values = new Map(placeholders(context, engine));
  const names = new RegExp([...values.keys()].map(RegExp.escape).join('|'), 'g');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      text.replace(names, (name) => values.get(name)!),
    );
  }
  return true;
}

/** Returns the file of the shipped bundle of an engine. */
export function shippedFile(engine: string): string {
  return join(engine, '../dist/bundle.json');
}

/** Returns the patterns of the engine's routes in a blog without routes of its own. */
export function routesOf({ settings }: Context): string[] {
  return injectedRoutes([], settings, languageFolders(settings)).map(({ pattern }) => pattern);
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
  const { root } = context;
  const [config, ...others] = filesIn(root, ['{astro,postcss,vite}.config.*', '.postcssrc*']);
  const own = filesIn(root, CODE).filter((path) => path !== THEME);
  const configuration = textOf(join(root, config ?? ''))
    .replace(COMMENTS, '')
    .replace(/[\s'"]/g, '');
  return (
    own.length + others.length + fontFiles(context).length > 0 ||
    textOf(join(root, THEME)).replace(COMMENTS, '').trim() !== '' ||
    configuration !== CONFIG
  );
}
