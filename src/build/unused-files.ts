import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Takes pictures, videos and sounds out of the built site that no page and no feed names: Vite
 * publishes every one that stands in src/content/, those of drafts too.
 */
export function unusedFiles(): AstroIntegration {
  let folder = '_astro';
  return {
    name: 'octavo:unused-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        removeUnused(fileURLToPath(dir), folder);
      },
    },
  };
}

const PUBLISHED = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
const MAY_NAME_THEM = '**/*.{html,xml,json,css,js,md,txt}';

function removeUnused(site: string, folder: string): void {
  const published = globSync([PUBLISHED, PUBLISHED.toUpperCase()], { cwd: join(site, folder) });
  if (published.length === 0) return;
  const named = new Set<string>();
  for (const entry of globSync(MAY_NAME_THEM, { cwd: site, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    for (const name of namesIn(readFileSync(join(entry.parentPath, entry.name), 'utf8'), folder))
      named.add(name);
  }
  for (const file of published) if (!named.has(file)) rmSync(join(site, folder, file));
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
