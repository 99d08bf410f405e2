import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './named-files.ts';

const PUBLISHED = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
const MAY_NAME_THEM = '*.{css,js}';

/**
 * Takes pictures, videos and sounds out of the folder of assets of a built site that no page names,
 * and no style sheet or script beside them: Vite publishes every one that stands in src/content/,
 * those of drafts too.
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
