import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { fontFiles } from '../content/font-files.ts';
import { engineFolder } from '../engine-folder.ts';
import type { Context } from '../settings/context.ts';
import { contentOfComponents } from './content-of-components.ts';
import { engineDigest } from './engine-digest.ts';
import type { Build } from './finish.ts';
import { PageCache } from './page-cache.ts';
import { SiteFiles } from './site-files.ts';
import { foldersOf } from './swap.ts';
import { languageFolders } from '../settings/languages.ts';
import { declarationOfSettings } from '../settings/head.ts';

/** The part of Astro's configuration that making pages depends on, as plain data. */
export interface BuildConfig extends Pick<AstroConfig, 'base' | 'image' | 'trailingSlash'> {
  /** The folder of assets, relative to the site. */
  assets: string;
  /** The URL of the folder of the site, `dist/`. */
  outDir: string;
  publicDir: string;
}

/** A site that is being built. */
export interface SiteBuild {
  build: Build;
  files: SiteFiles;
  cache: PageCache;
}

/** Starts the build of a site beside the last one. */
export function siteBuildOf(
  { base, trailingSlash, assets, outDir, publicDir }: BuildConfig,
  { root, settings, mode }: Context,
): SiteBuild {
  const engine = engineDigest({ root, engine: engineFolder }, settings);
  const isPreview = mode === 'preview';
  const build = {
    version: `${engine} ${isPreview} ${contentOfComponents(root)}`,
    hasFonts: fontFiles({ root, settings }).length > 0,
    declaration: declarationOfSettings(settings),
    ...{ base, assets, isPreview, permalink: settings.permalink },
    notFound: ['404', ...languageFolders(settings).map((folder) => `${folder}/404`.slice(1))],
    ...{ origin: settings.origin, endsInSlash: trailingSlash !== 'never' },
    folder: fileURLToPath(foldersOf(new URL(outDir)).next),
    publicFolder: fileURLToPath(publicDir),
  };
  const files = new SiteFiles(build.folder, build.publicFolder);
  return { build, files, cache: new PageCache({ root, last: fileURLToPath(outDir), next: files }) };
}
