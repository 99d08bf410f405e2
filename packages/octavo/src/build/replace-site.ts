import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the folder of a site that is being built, beside that of the last one. */
export function nextFolder(outDir: string): string {
  // On the same disk, so that files can be moved.
  return `${outDir.replace(/\/$/, '')}.next/`;
}

/** Replaces the last site by the new one, but for the files of the last one that are kept. */
export function replaceSite(outDir: string, kept: ReadonlySet<string> = new Set()): void {
  const next = nextFolder(outDir);
  // Without a new site nothing is deleted.
  const { dev } = statSync(next);
  mkdirSync(outDir, { recursive: true });
  // `dist/` may be a volume of a container, or a link to another disk.
  const move = statSync(outDir).dev === dev ? renameSync : copy;
  const all = new Set(kept);
  // It goes on with the folders that it adds.
  for (const path of all) all.add(dirname(path));
  merge(next, outDir, { kept: all, move });
  rmSync(next, { recursive: true });
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

interface Merging {
  kept: ReadonlySet<string>;
  move: (from: string, to: string) => void;
}

/**
 * Moves what is in a folder into another one, and deletes there what is neither replaced nor kept: after
 * an edit of one post, a few files of thousands.
 */
function merge(from: string, to: string, { kept, move }: Merging, path = ''): void {
  const made = namesIn(join(from, path));
  for (const [name, isFolder] of namesIn(join(to, path))) {
    const below = path + name;
    const isReplaced = made.get(name) === isFolder;
    if (!isReplaced && !kept.has(below)) rmSync(join(to, below), { recursive: true });
    else if (isFolder) {
      merge(from, to, { kept, move }, `${below}/`);
      made.delete(name);
    }
  }
  for (const name of made.keys()) move(join(from, path, name), join(to, path, name));
}

/** Returns the names in a folder, and whether each is a folder. */
function namesIn(folder: string): Map<string, boolean> {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return new Map(entries.map((entry) => [entry.name, entry.isDirectory()]));
}
