import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the folders of the site that is being built and of the last one, beside `dist/`. */
export function foldersOf(outDir: string): { next: string; last: string } {
  // On the same disk, so that a rename is all it takes.
  const folder = outDir.replace(/\/$/, '');
  return { next: `${folder}.next/`, last: `${folder}.last/` };
}

/** Replaces the last site by the new one, but for the files of the last one that are kept. */
export function replace(outDir: string, kept: ReadonlySet<string> = new Set()): void {
  const { next, last } = foldersOf(outDir);
  rmSync(last, { recursive: true, force: true });
  if (kept.size > 0) {
    const folders = new Set(kept);
    // It goes on with the folders that it adds.
    for (const path of folders) folders.add(dirname(path));
    merge(next, outDir, folders);
    rmSync(next, { recursive: true, force: true });
    return;
  }
  if (existsSync(outDir)) renameSync(outDir, last);
  try {
    renameSync(next, outDir);
  } finally {
    restore(outDir);
  }
  rmSync(last, { recursive: true, force: true });
}

/**
 * Moves what is in a folder into another one, and deletes there what is neither replaced nor kept. After
 * an edit of one post these are a few files of thousands.
 */
function merge(from: string, to: string, kept: ReadonlySet<string>, path = ''): void {
  const made = namesIn(join(from, path));
  for (const [name, isFolder] of namesIn(join(to, path))) {
    const below = path + name;
    const isReplaced = made.get(name) === isFolder;
    if (!isReplaced && !kept.has(below)) rmSync(join(to, below), { recursive: true });
    else if (isFolder) {
      merge(from, to, kept, `${below}/`);
      made.delete(name);
    }
  }
  for (const name of made.keys()) renameSync(join(from, path, name), join(to, path, name));
}

/** Returns the names in a folder, and whether each is a folder. */
function namesIn(folder: string): Map<string, boolean> {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return new Map(entries.map((entry) => [entry.name, entry.isDirectory()]));
}

/** Restores the last site where a build ended before the new one was in its place. */
export function restore(outDir: string): void {
  const { last } = foldersOf(outDir);
  if (!existsSync(outDir) && existsSync(last)) renameSync(last, outDir);
}
