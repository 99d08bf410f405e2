import { globSync } from 'tinyglobby';
import { digestOf } from '../digest-of.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import type { Context } from '../settings/context.ts';
import { bundleFolder, type CachedBundle } from './cached-bundle.ts';
import type { CommandOptions } from './command-options.ts';
import { blogCode, digestOfBundled, engineDigest } from './engine-digest.ts';
import type { Build } from './finish.ts';
import { PageCache } from './page-cache.ts';
import { collectPictures, type Versions } from './picture-versions.ts';
import { precompress } from './precompress.ts';
import { nextFolder, replaceSite } from './replace-site.ts';

/** A site that is being built. */
export interface SiteBuild {
  build: Build;
  cache: PageCache;
  /** The versions of pictures that its pages show. */
  versions: Versions;
  /** The paths of the pages whose routes are not the engine's, without the base path. */
  ownPages: Set<string>;
}

/** Files that only the pages of their own entries show. */
const OF_CONTENT = /^(?:\.astro|src\/content)\//;

/** Starts the build of a site beside the last one; `scripts` are those that integrations inject. */
export function siteBuildOf(
  { config, files, styles, reason }: CachedBundle,
  context: Context,
  scripts: readonly unknown[] = [],
): SiteBuild {
  const { root, settings, mode } = context;
  const { readsContent, bundled } = blogCode(context);
  const others = files.filter((file) => !OF_CONTENT.test(file));
  // The keys of pages cover only the content that the engine's components show.
  const content = readsContent && digestOfFiles(root, globSync('src/content/**', { cwd: root }));
  // The names of injected scripts have hashes.
  const clients = globSync('client/*.js', { cwd: bundleFolder(root) }).sort();
  const isPreview = mode === 'preview';
  const version = digestOf(
    ...[engineDigest(context), bundled, digestOfBundled(root, others), content],
    ...[isPreview, styles, scripts, clients],
  );
  const folder = nextFolder(config.outDir);
  const bundle = reason === undefined ? bundleFolder(root) : undefined;
  const build = { ...config, version, settings, isPreview, folder, bundle };
  const folders = { root, last: config.outDir, next: folder, isWhole: reason !== undefined };
  const cache = new PageCache(folders);
  return { build, cache, versions: collectPictures(build), ownPages: new Set() };
}

/** Replaces the last site by the complete one, and records its files for the next build. */
export async function completeSite(
  { build, cache }: SiteBuild,
  onBuilt: CommandOptions['onBuilt'],
): Promise<void> {
  if (build.settings.precompress) await precompress(build, cache);
  replaceSite(build.outDir, cache.kept);
  onBuilt?.(cache.counts);
  cache.save();
}
