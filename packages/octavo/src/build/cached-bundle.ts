import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { engineRoutes } from '../content/read-owner-routes.ts';
import { digestOf } from '../digest-of.ts';
import { pathFrom, withSlashes } from '../file-path.ts';
import { engineFolder } from '../engine-folder.ts';
import { RUNTIME_IDS } from '../owner/runtime-modules.ts';
import { readCached } from '../read-cached.ts';
import type { Context } from '../settings/context.ts';
import { blogCode, codeDigest, digestOfBundled } from './engine-digest.ts';
import type { BuildConfig } from './finish.ts';
import { RECORD, type RouteStyles } from './page-app.ts';
import { nextFolder } from './replace-site.ts';
import { installBundle } from './shipped-bundle.ts';
import { writeWhole } from '../write-whole.ts';

/** The record of a cached bundle, `bundle.json`. */
export interface CachedBundle {
  /** The digest of its code (`bundleKey`). */
  key: string;
  /** The digest of the entries in it (`SiteContent.bundledEntries`). */
  entries: string;
  /** The reason why each build needs Vite; `undefined` if the bundle can be reused. */
  reason: string | undefined;
  config: BuildConfig;
  styles: RouteStyles;
  /** The files of the blog in it, relative to the root folder. */
  files: string[];
}

const CHANGED = 'code, packages or the environment changed';

/** Returns the folder of the cached bundle: `server/` for pages, `client/` for browsers. */
export function bundleFolder(root: string): string {
  return join(root, '.cache/octavo/bundle/');
}

/**
 * Returns a digest of everything that a bundle depends on except content: the engine, the packages,
 * the owner's code, the environment. `bundled` are the files of the blog in the bundle.
 */
function bundleKey(context: Context, bundled: readonly string[]): string {
  const { root, settings } = context;
  const { origin, base, fonts } = settings;
  return digestOf(
    ...[process.version, root, codeDigest(engineFolder), blogCode(context).bundled],
    ...[digestOfBundled(root, bundled), origin, base, fonts],
    engineRoutes(context).map(({ pattern }) => pattern),
  );
}

/**
 * Caches the bundle that Astro has made of some modules, and its folder of assets; without its record,
 * which comes last, a copy is not valid.
 */
export function cacheBundle(
  context: Context,
  modules: ReadonlySet<string>,
  { reason, ...facts }: Pick<CachedBundle, 'config' | 'entries' | 'reason' | 'styles'>,
): CachedBundle {
  const { root } = context;
  const folder = bundleFolder(root);
  const next = nextFolder(facts.config.outDir);
  const assets = join(next, facts.config.assets);
  rmSync(folder, { recursive: true, force: true });
  const filter = (path: string) => !path.endsWith('.map');
  cpSync(join(next, '.prerender'), join(folder, 'server'), { recursive: true, filter });
  if (existsSync(assets)) cpSync(assets, join(folder, 'client'), { recursive: true });
  const own = [...modules].filter(
    (id) =>
      !id.includes('/node_modules/') && !id.startsWith(withSlashes(engineFolder)) && existsSync(id),
  );
  const files = own.map((file) => pathFrom(root, file));
  const usesGlob = own.some((id) => readFileSync(id, 'latin1').includes('import.meta.glob'));
  const hasContent = RUNTIME_IDS.some((id) => !modules.has(id));
  const why = usesGlob ? 'import.meta.glob' : hasContent ? 'content in the bundle' : reason;
  const bundle = { ...facts, files, reason: why, key: bundleKey(context, files) };
  saveBundle(folder, bundle);
  return bundle;
}

/** Writes the record of a bundle. */
export function saveBundle(folder: string, bundle: CachedBundle): void {
  writeWhole(join(folder, RECORD), JSON.stringify(bundle));
}

/**
 * Returns the cached bundle, or the one of the package, with its folder.
 *
 * @throws {Error} with the reason if there is none of the same code.
 */
export function readBundle(context: Context) {
  const cached = bundleFolder(context.root);
  const last = readCached<CachedBundle>(join(cached, RECORD));
  const isSame = last?.key === bundleKey(context, last?.files ?? []);
  const reason = isSame ? last.reason : last ? CHANGED : 'no bundle of an earlier build';
  if (last && reason === undefined) return { folder: cached, bundle: last, isShipped: false };
  // A build that runs beside `dev` writes the cached one.
  const folder = context.mode === 'dev' ? join(cached, '../bundle-dev/') : cached;
  if (!installBundle(folder, context)) throw new Error(reason);
  const shipped = readCached<CachedBundle>(join(folder, RECORD))!;
  const bundle = { ...shipped, key: bundleKey(context, []), files: [] };
  saveBundle(folder, bundle);
  return { folder, bundle, isShipped: true };
}
