import { existsSync, renameSync, rmSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/**
 * Builds into `dist.next/`, which replaces `dist/` when it is complete, so that a failed build
 * keeps the last good site. Only what saves the cache of pages follows it.
 */
export function swap(): AstroIntegration {
  let final: URL;
  let next: URL;
  return {
    name: 'octavo:swap',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        final = config.outDir;
        next = sibling(final, 'next');
        // A build that was ended between the two renames below.
        const last = sibling(final, 'last');
        if (!existsSync(final) && existsSync(last)) renameSync(last, final);
        updateConfig({ outDir: next });
      },
      'astro:build:done': () => {
        const last = sibling(final, 'last');
        rmSync(last, { recursive: true, force: true });
        if (existsSync(final)) renameSync(final, last);
        try {
          renameSync(next, final);
        } catch (error) {
          if (existsSync(last)) renameSync(last, final);
          throw error;
        }
        rmSync(last, { recursive: true, force: true });
      },
    },
  };
}

/** `dist/` → `dist.next/`: on the same disk, so that a rename is all it takes. */
function sibling(folder: URL, name: string): URL {
  return new URL(`${folder.href.replace(/\/$/, '')}.${name}/`);
}
