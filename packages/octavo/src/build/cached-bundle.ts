import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { engineFolder } from '../engine-folder.ts';
import { ENTRIES_ID } from '../owner/runtime-modules.ts';
import type { Context } from '../settings/context.ts';
import { bundleKey } from './bundle-key.ts';
import { NeedsVite } from './needs-vite.ts';
import type { PictureUrls, RouteStyles } from './page-app.ts';
import type { BuildConfig } from './site-build.ts';
import { PUBLISHED } from './unused-files.ts';
import { writeWhole } from './write-whole.ts';

/** The record of a cached bundle, `bundle.json`. */
export interface CachedBundle {
  /** The digest of its code (`bundleKey`). */
  key: string;
  /** The digest of its code that is not content (`codeKey`): each page may show what it makes. */
  code: string;
  /** The digest of the entries in it (`SiteContent.bundledEntries`). */
  entries: string;
  /** The reason why each build needs Vite; `undefined` if the bundle can be reused. */
  reason: string | undefined;
  config: BuildConfig;
  styles: RouteStyles;
  /** The files of the blog in it, relative to the root folder. */
  files: string[];
  pictures: PictureUrls;
  /** The files that Vite made of pictures, sounds and videos, relative to the site. */
  originals: string[];
  /** The files of its folder of scripts, styles and fonts. */
  client: string[];
}

/** What is known of a bundle before the site is complete. */
export type NewBundle = Omit<CachedBundle, 'client'>;

const folderOf = (root: string) => join(root, '.cache/octavo/bundle/');
const recordOf = (root: string) => join(folderOf(root), 'bundle.json');

/** Returns the record of the last bundle, which may be of other code; `undefined` if it is damaged. */
export function lastBundle(root: string): CachedBundle | undefined {
  try {
    return JSON.parse(readFileSync(recordOf(root), 'utf8')) as CachedBundle;
  } catch {
    return undefined;
  }
}

/** Returns the files of the blog in a bundle, and the reason why it cannot be reused. */
export function bundledFiles(root: string, modules: ReadonlySet<string>) {
  const own = [...modules].filter(
    (id) => !id.includes('/node_modules/') && !id.startsWith(engineFolder) && existsSync(id),
  );
  const usesGlob = own.some((id) => readFileSync(id, 'latin1').includes('import.meta.glob'));
  const reason = usesGlob ? 'import.meta.glob' : modules.has(ENTRIES_ID) ? undefined : 'entries';
  return { files: own.map((file) => relative(root, file)), reason };
}

/** Copies the bundle of Astro; the copy is valid when `cacheBundle` has written its record. */
export function copyBundle(root: string, bundled: URL): void {
  rmSync(folderOf(root), { recursive: true, force: true });
  cpSync(bundled, join(folderOf(root), 'server'), { recursive: true });
}

/** Adds the scripts, styles and fonts of the built site to the copied bundle, and writes its record. */
export function cacheBundle(root: string, site: string, bundle: NewBundle): void {
  const assets = join(site, bundle.config.assets);
  const media = new Set(globSync(PUBLISHED, { cwd: assets }));
  const client = globSync('**/*.*', { cwd: assets }).filter((name) => !media.has(name));
  for (const name of client) cpSync(join(assets, name), join(folderOf(root), 'client', name));
  writeWhole(recordOf(root), JSON.stringify({ ...bundle, client }));
}

/**
 * Returns the cached bundle, the folder with its entry, and the folder with the scripts, styles and
 * fonts of the site.
 *
 * @throws {NeedsVite} if there is none, or if its code or packages changed.
 */
export function readBundle(context: Context) {
  const bundle = lastBundle(context.root);
  const folder = pathToFileURL(folderOf(context.root));
  const client = new URL('client/', folder);
  if (!bundle) throw new NeedsVite('no bundle of an earlier build');
  if (!bundle.client.every((name) => existsSync(join(fileURLToPath(client), name))))
    throw new NeedsVite('a file of the bundle is missing');
  if (bundle.key !== bundleKey(context, bundle.files))
    throw new NeedsVite('code, pictures, packages or the environment changed');
  if (bundle.reason !== undefined) throw new NeedsVite(bundle.reason);
  return { bundle, server: new URL('server/', folder), client };
}
