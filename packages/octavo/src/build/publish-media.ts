import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { globSync } from 'tinyglobby';
import { withoutMetadata } from '../markdown/pictures/picture-metadata.ts';
import { publishedMedia } from '../markdown/pictures/published-name.ts';
import { namesIn } from './finish.ts';
import { pixelsOf } from './picture-versions.ts';
import type { SiteBuild } from './site-build.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * Adds the files to a site that its pages name: those of the last site, versions of pictures, and those
 * of the content.
 */
export async function publishMedia(
  { build, cache, versions }: Omit<SiteBuild, 'ownPages'>,
  root: string,
): Promise<void> {
  const named = cache.assets();
  for (const path of named) cache.reuseAsset(path);
  removeUnused(build.folder, build.assets, named);
  const missing = [...named].filter((path) => !cache.has(path));
  const isMedia = missing.some((path) => !versions.has(path));
  const media = isMedia ? publishedMedia(root) : new Map<string, string>();
  const publish = async (path: string) => {
    const version = versions.get(path);
    // Pages may also name files that never existed.
    const file = media.get(basename(path));
    if (!version && file === undefined) return;
    const bytes = version
      ? await pixelsOf(version, root, build.image)
      : await withoutMetadata(readFileSync(file!));
    writeWhole(join(build.folder, path), bytes);
  };
  await Readable.from(missing).forEach(publish, { concurrency: availableParallelism() });
}

const PUBLISHED = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
const MAY_NAME_THEM = '*.{css,js}';

/**
 * Deletes pictures, videos and sounds from the folder of assets that no page, style sheet or script
 * of the site names: Vite publishes all files of src/content/, those of drafts too.
 */
export function removeUnused(site: string, folder: string, named: ReadonlySet<string>): void {
  const cwd = join(site, folder);
  const unnamed = globSync(PUBLISHED, { cwd, caseSensitiveMatch: false }).filter(
    (file) => !named.has(`${folder}/${file}`),
  );
  if (unnamed.length === 0) return;
  const beside = globSync(MAY_NAME_THEM, { cwd }).flatMap((file) =>
    namesIn(readFileSync(join(cwd, file), 'utf8'), folder),
  );
  for (const file of unnamed) if (!beside.includes(file)) rmSync(join(cwd, file));
}
