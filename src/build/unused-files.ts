import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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
  const unnamed = published.filter((file) => !named.has(file));
  if (unnamed.length === 0) return;
  const beside = globSync(MAY_NAME_THEM, { cwd: assets }).flatMap((file) =>
    namesIn(readFileSync(join(assets, file), 'utf8'), folder),
  );
  for (const file of unnamed) if (!beside.includes(file)) rmSync(join(assets, file));
}

/** Returns the names of files in the folder of assets that a page names, as they are on disk. */
export function namesIn(page: string, folder: string): string[] {
  return page
    .split(`/${folder}/`)
    .slice(1)
    .flatMap((rest) => {
      const [address = ''] = /^[^"'\s<>)?#]*/.exec(rest) ?? [];
      try {
        return [address, decodeURIComponent(address)];
      } catch {
        return [address];
      }
    });
}
