import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { decodePath } from '../addresses/decode-path.ts';

export const PUBLISHED = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
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

/**
 * Returns the names of files in the folder of assets that a text names, as they are on disk. The
 * text is of any kind: HTML, whose URLs are also in `srcset`, data attributes and JSON-LD, a
 * feed, a style sheet or a script, so it is searched rather than parsed.
 */
export function namesIn(text: string, folder: string): string[] {
  return text
    .split(`/${folder}/`)
    .slice(1)
    .flatMap((rest) => {
      const [name = ''] = /^[^"'\s<>)?#]*/.exec(rest) ?? [];
      return [name, decodePath(name)];
    });
}
