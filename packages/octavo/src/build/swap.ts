import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds into `dist.next/`, which replaces `dist/` when it is complete, so that a failed build
 * keeps the last good site. Only what saves the cache of pages follows it.
 */
export function swap(): AstroIntegration {
  let final: URL;
  return {
    name: 'octavo:swap',
    hooks: {
      'astro:config:setup': async ({ command, config: { outDir }, updateConfig }) => {
        final = outDir;
        const { next, last } = foldersOf(final);
        if (command !== 'build') {
          // Loading Vite takes 0.1 s, which a build without it saves.
          const { normalizePath } = await import('vite');
          // Vite reloads every open page when an HTML file changes, as a build beside `dev` does.
          const folders = [final, next, last].map((folder) => normalizePath(fileURLToPath(folder)));
          const ignored = (path: string) =>
            folders.some((folder) => `${normalizePath(path)}/`.startsWith(folder));
          updateConfig({ vite: { server: { watch: { ignored } } } });
          return;
        }
        restore(final);
        updateConfig({ outDir: next });
      },
      'astro:build:done': () => replace(final),
    },
  };
}

/** Returns the folders of the site that is being built and of the last one. */
export function foldersOf(final: URL): { next: URL; last: URL } {
  return { next: sibling(final, 'next'), last: sibling(final, 'last') };
}

/** Replaces the last site by the complete one. */
export function replace(final: URL): void {
  const { next, last } = foldersOf(final);
  rmSync(last, { recursive: true, force: true });
  if (existsSync(final)) renameSync(final, last);
  try {
    renameSync(next, final);
  } finally {
    restore(final);
  }
  rmSync(last, { recursive: true, force: true });
}

/** Restores the last site where a build ended before the new one was in its place. */
export function restore(final: URL): void {
  const { last } = foldersOf(final);
  if (!existsSync(final) && existsSync(last)) renameSync(last, final);
}

/** `dist/` → `dist.next/`: on the same disk, so that a rename is all it takes. */
function sibling(folder: URL, name: string): URL {
  return new URL(`${folder.href.replace(/\/$/, '')}.${name}/`);
}
