import { existsSync, renameSync, rmSync } from 'node:fs';

/** Returns the folders of the site that is being built and of the last one, beside `dist/`. */
export function foldersOf(outDir: string): { next: string; last: string } {
  // On the same disk, so that a rename is all it takes.
  const folder = outDir.replace(/\/$/, '');
  return { next: `${folder}.next/`, last: `${folder}.last/` };
}

/** Replaces the last site by the complete one. */
export function replace(outDir: string): void {
  const { next, last } = foldersOf(outDir);
  rmSync(last, { recursive: true, force: true });
  if (existsSync(outDir)) renameSync(outDir, last);
  try {
    renameSync(next, outDir);
  } finally {
    restore(outDir);
  }
  rmSync(last, { recursive: true, force: true });
}

/** Restores the last site where a build ended before the new one was in its place. */
export function restore(outDir: string): void {
  const { last } = foldersOf(outDir);
  if (!existsSync(outDir) && existsSync(last)) renameSync(last, outDir);
}
