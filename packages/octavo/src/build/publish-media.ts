import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withoutMetadata } from '../markdown/pictures/picture-metadata.ts';
import { publishedMedia } from '../markdown/pictures/published-name.ts';
import type { SiteBuild } from './site-build.ts';
import { removeUnused } from './unused-files.ts';

/** Adds the files to a site that its pages name: those of the last site, and those of the content. */
export async function publishMedia({ build, files, cache }: SiteBuild, root: string) {
  const named = cache.assets();
  for (const path of named) cache.reuseAsset(path);
  removeUnused(build.folder, build.assets, named);
  const missing = [...named].filter((path) => !files.has(path));
  if (missing.length === 0) return;
  const media = publishedMedia(root);
  for (const path of missing) {
    // Pages may also name files that never existed.
    const file = media.get(basename(path));
    if (file !== undefined) files.write(path, await withoutMetadata(readFileSync(file)));
  }
}
