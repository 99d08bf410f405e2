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

/** The record of a bundle for builds after it. */
export interface KeptBundle {
  /** Of the code in it. */
  key: string;
  /** Of the entries in it (`SiteContent.bundledEntries`). */
  entries: string;
  /** The reason why Vite has to bundle in each build. */
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
export type NewBundle = Omit<KeptBundle, 'client'>;

const folderOf = (root: string) => join(root, '.cache/octavo/bundle/');
const recordOf = (root: string) => join(folderOf(root), 'bundle.json');

/** Returns the record of the last bundle, which may be of other code; `undefined` if it is damaged. */
export function lastBundle(root: string): KeptBundle | undefined {
  try {
    return JSON.parse(readFileSync(recordOf(root), 'utf8')) as KeptBundle;
  } catch {
    return undefined;
  }
}

/** Returns the files of the blog in a bundle, and why it cannot be kept. */
export function bundledFiles(root: string, modules: ReadonlySet<string>) {
  const own = [...modules].filter(
    (id) => !id.includes('/node_modules/') && !id.startsWith(engineFolder) && existsSync(id),
  );
  const usesGlob = own.some((id) => readFileSync(id, 'latin1').includes('import.meta.glob'));
  const reason = usesGlob ? 'import.meta.glob' : modules.has(ENTRIES_ID) ? undefined : 'entries';
  return { files: own.map((file) => relative(root, file)), reason };
}

/** Copies what Astro has bundled; it is complete when `keepBundle` has written its record. */
export function copyBundle(root: string, bundled: URL): void {
  rmSync(folderOf(root), { recursive: true, force: true });
  cpSync(bundled, join(folderOf(root), 'server'), { recursive: true });
}

/** Keeps the copied bundle with the scripts, styles and fonts of the built site. */
export function keepBundle(root: string, site: string, kept: NewBundle): void {
  const assets = join(site, kept.config.assets);
  const media = new Set(globSync(PUBLISHED, { cwd: assets }));
  const client = globSync('**/*.*', { cwd: assets }).filter((name) => !media.has(name));
  for (const name of client) cpSync(join(assets, name), join(folderOf(root), 'client', name));
  writeWhole(recordOf(root), JSON.stringify({ ...kept, client }));
}

/**
 * Returns the bundle of an earlier build, the folder with its entry, and that with the scripts, styles
 * and fonts of the site.
 *
 * @throws {NeedsVite} if there is none, or if its code or packages changed.
 */
export function readBundle(context: Context) {
  const kept = lastBundle(context.root);
  const folder = pathToFileURL(folderOf(context.root));
  const client = new URL('client/', folder);
  if (!kept) throw new NeedsVite('no bundle of an earlier build');
  if (!kept.client.every((name) => existsSync(join(fileURLToPath(client), name))))
    throw new NeedsVite('a file of the bundle is missing');
  if (kept.key !== bundleKey(context, kept.files))
    throw new NeedsVite('code, pictures, packages or the environment changed');
  if (kept.reason !== undefined) throw new NeedsVite(kept.reason);
  return { kept, server: new URL('server/', folder), client };
}
