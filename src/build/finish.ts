import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { paths } from '../blog/urls.ts';
import { namesIn } from './named-files.ts';
import { withPolicy } from './policy.ts';
import { withUsedStyles } from './used-styles.ts';

/**
 * Finishes the built site, each of its files read once: a page keeps the styles that it uses and
 * gets its policy; pictures, videos and sounds that nothing names go, since Vite publishes every
 * one that stands in src/content/, those of drafts too.
 */
export function finish(): AstroIntegration {
  let assets = '_astro';
  return {
    name: 'octavo:finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        const media = globSync([MEDIA, MEDIA.toUpperCase()], { cwd: join(site, assets) });
        const named = new Set<string>();
        const note = (text: string) => {
          for (const name of namesIn(text, assets)) named.add(name);
        };
        for (const file of filesOf(site, '**/*.html')) note(finishPage(file, site));
        if (media.length === 0) return;
        for (const file of filesOf(site, MAY_NAME_THEM)) note(readFileSync(file, 'utf8'));
        for (const file of media) if (!named.has(file)) rmSync(join(site, assets, file));
      },
    },
  };
}

const MEDIA = '*.{avif,gif,jpeg,jpg,png,svg,webp,mp4,webm,m4a,mp3,ogg,wav}';
/** Beside pages. */
const MAY_NAME_THEM = '**/*.{xml,json,css,js,md,txt}';

/** Returns the paths of files; the folder of a post may have an ending of files too. */
function filesOf(site: string, pattern: string): string[] {
  return globSync(pattern, { cwd: site, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Writes a page as it is to be, and returns it. Without an encoding it is none of ours. */
function finishPage(file: string, site: string): string {
  const html = readFileSync(file, 'utf8');
  if (!/<meta charset="utf-8">/i.test(html)) return html;
  const isSearch = file === join(site, paths.search, 'index.html');
  const finished = withPolicy(withUsedStyles(html), isSearch);
  writeFileSync(file, finished);
  return finished;
}
