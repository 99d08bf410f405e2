import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathFrom, withSlashes } from '../file-path.ts';
import { engineFolder } from '../engine-folder.ts';
import { RUNTIME_IDS, sourceInDev } from '../owner/runtime-modules.ts';
import { readCached } from '../read-cached.ts';
import type { Context } from '../settings/context.ts';
import { bundleKey, codeKey } from './bundle-key.ts';
import { NeedsVite } from './needs-vite.ts';
import type { BundleModules, RouteStyles } from './page-app.ts';
import { installBundle, routesOf } from './shipped-bundle.ts';
import type { BuildConfig } from './site-build.ts';
import { writeWhole } from '../write-whole.ts';

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
  /** The patterns of the routes to make, where the bundle has more. */
  routes?: string[];
  /** The files of the blog in it, relative to the root folder. */
  files: string[];
  /** The files that Vite made for browsers, relative to the folder of assets. */
  client: string[];
}

const RECORD = 'bundle.json';
const folderOf = (root: string) => join(root, '.cache/octavo/bundle/');

/** Returns the record of the bundle in a folder, which may be of other code. */
const bundleIn = (folder: string) => readCached<CachedBundle>(join(folder, RECORD));

/** Returns the files of the blog in a bundle, and the reason why it cannot be reused. */
export function bundledFiles(root: string, modules: ReadonlySet<string>) {
  const own = [...modules].filter(
    (id) =>
      !id.includes('/node_modules/') && !id.startsWith(withSlashes(engineFolder)) && existsSync(id),
  );
  const usesGlob = own.some((id) => readFileSync(id, 'latin1').includes('import.meta.glob'));
  const inBundle = RUNTIME_IDS.find((id) => !modules.has(id));
  const reason = usesGlob ? 'import.meta.glob' : inBundle && 'content in the bundle';
  return { files: own.map((file) => pathFrom(root, file)), reason };
}

/**
 * Copies the bundle of Astro, and the folder of assets; returns the files in that. The copy is valid when
 * `saveBundle` has written its record.
 */
export function copyBundle(root: string, bundled: URL, assets: string): string[] {
  const client = join(folderOf(root), 'client');
  rmSync(folderOf(root), { recursive: true, force: true });
  cpSync(bundled, join(folderOf(root), 'server'), { recursive: true });
  if (existsSync(assets)) cpSync(assets, client, { recursive: true });
  return globSync('**/*.*', { cwd: client });
}

/** Returns the modules of a copied bundle. */
export function modulesOf(root: string, bundle: Pick<CachedBundle, 'styles'>): BundleModules {
  return modulesIn(folderOf(root), bundle);
}

function modulesIn(folder: string, { styles }: Pick<CachedBundle, 'styles'>): BundleModules {
  return { folder: pathToFileURL(join(folder, 'server/')).href, styles };
}

/** Writes the record of a copied bundle. */
export function saveBundle(root: string, bundle: CachedBundle): void {
  writeWhole(join(folderOf(root), RECORD), JSON.stringify(bundle));
}

/**
 * Returns the cached bundle, or the one of the package, and the folder with the files for browsers.
 *
 * @throws {NeedsVite} if there is none, or if its code or packages changed.
 */
export function readBundle(context: Context) {
  const { root } = context;
  const folder = folderOf(root);
  const last = bundleIn(folder);
  const reason = whyNot(last, context);
  const isShipped = reason !== undefined && installBundle(folder, context, engineFolder);
  if (isShipped)
    saveBundle(root, {
      ...bundleIn(folder)!,
      ...{ key: bundleKey(context, []), code: codeKey(context, []), files: [] },
      routes: routesOf(context),
    });
  else if (reason !== undefined) throw new NeedsVite(reason);
  const bundle = isShipped ? bundleIn(folder)! : last!;
  return { bundle, client: join(folder, 'client'), isShipped };
}

/**
 * Copies the cached bundle, or the one of the package, for `dev`, which may run beside builds; returns
 * its modules and the digest of the entries in it, `undefined` if there is none of the same code.
 */
export function copyBundleForDev(context: Context) {
  const { root } = context;
  const folder = join(root, '.cache/octavo/bundle-dev/');
  rmSync(folder, { recursive: true, force: true });
  if (whyNot(bundleIn(folderOf(root)), context) === undefined)
    cpSync(folderOf(root), folder, { recursive: true });
  else if (!installBundle(folder, context, engineFolder)) return undefined;
  for (const file of globSync(join(folder, 'server/**/*.mjs')))
    writeFileSync(file, sourceInDev(readFileSync(file, 'utf8')));
  const bundle = bundleIn(folder);
  return bundle && { modules: modulesIn(folder, bundle), entries: bundle.entries };
}

/** Returns the reason why a cached bundle cannot be used. */
function whyNot(bundle: CachedBundle | undefined, context: Context): string | undefined {
  if (!bundle) return 'no bundle of an earlier build';
  const client = join(folderOf(context.root), 'client');
  if (!bundle.client.every((name) => existsSync(join(client, name))))
    return 'a file of the bundle is missing';
  if (bundle.key !== bundleKey(context, bundle.files))
    return 'code, packages or the environment changed';
  return bundle.reason;
}
