import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';

/** The files below a folder, and what was left alone. */
export interface FoundFiles {
  /** Relative to the folder, with `/` between parts, sorted. */
  files: string[];
  /** Symbolic links that lead out of the root, nowhere or in a circle; they are not followed. */
  refused: string[];
}

/**
 * Returns the files below `folder`; symbolic links are followed within `root` alone. A file or
 * folder for whose path `isExcluded` is true is not looked at.
 */
export function filesBelow(
  root: string,
  folder: string,
  isExcluded: (path: string) => boolean = () => false,
): FoundFiles {
  const found: FoundFiles = { files: [], refused: [] };
  if (!lstatSync(folder, { throwIfNoEntry: false })) return found;
  const real = realpathSync(root);
  visit(folder, '', new Set());
  return { files: found.files.sort(), refused: found.refused.sort() };

  function visit(directory: string, below: string, above: ReadonlySet<string>): void {
    const inside = realWithin(real, directory);
    if (inside === undefined || above.has(inside)) return void found.refused.push(below);
    for (const name of namesIn(directory)) {
      const [path, relative] = [join(directory, name), below === '' ? name : `${below}/${name}`];
      if (isExcluded(relative)) continue;
      const kind = kindOf(path, real);
      if (kind === 'folder') visit(path, relative, new Set(above).add(inside));
      else if (kind === 'file') found.files.push(relative);
      else found.refused.push(relative);
    }
  }
}

/** Returns the diagnostics of symbolic links that are not followed. */
export function refusedLinks(folder: string, refused: readonly string[]): Diagnostic[] {
  return refused.map((path) => ({
    ...{ file: posix.join(folder, path), line: 1, severity: 'error' },
    message: 'symbolic link to a missing file or out of the blog; skipped',
  }));
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function kindOf(path: string, root: string): 'file' | 'folder' | 'refused' {
  const status = lstatSync(path);
  if (status.isSymbolicLink() && realWithin(root, path) === undefined) return 'refused';
  const target = status.isSymbolicLink() ? statSync(path) : status;
  if (target.isDirectory()) return 'folder';
  return target.isFile() ? 'file' : 'refused';
}

/** Returns the real path of a file where it lies within a folder. */
function realWithin(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return real === root || real.startsWith(root + sep) ? real : undefined;
  } catch {
    return undefined;
  }
}
