import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './named-files.ts';

const PUBLISHED = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
const MAY_NAME_THEM = '*.{css,js}';

/**
 * Deletes pictures, videos and sounds from the folder of assets that no page, style sheet or script
 * of the site names: Vite publishes all files of src/content/, those of drafts too.
 */
export function removeUnused(site: string, folder: string, named: ReadonlySet<string>): void {
  const assets = join(site, folder);
  const published = globSync([PUBLISHED, PUBLISHED.toUpperCase()], { cwd: assets });
  const unnamed = published.filter((file) => !named.has(`${folder}/${file}`));
  if (unnamed.length === 0) return;
  const beside = globSync(MAY_NAME_THEM, { cwd: assets }).flatMap((file) =>
    namesIn(readFileSync(join(assets, file), 'utf8'), folder),
  );
  for (const file of unnamed) if (!beside.includes(file)) rmSync(join(assets, file));
}
