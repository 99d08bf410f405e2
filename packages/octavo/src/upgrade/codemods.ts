import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { globSync } from 'tinyglobby';

/** A change of the files of a blog that a release requires. */
export interface Codemod {
  /** The release that requires it. */
  version: string;
  /** The change: `renames the setting x to y`. */
  description: string;
  /** `edit` replaces the texts of the files that a glob matches by the results of `change`. */
  run: (edit: (glob: string, change: (text: string) => string) => void) => void;
}

/** A codemod that was run, and the files that it edited. */
interface CodemodResult {
  description: string;
  edited: string[];
}

/** The codemods of all releases. */
export const CODEMODS: readonly Codemod[] = [];

/** Runs the codemods of the releases after `from` up to `to`, the oldest first. */
export function runCodemods(
  codemods: readonly Codemod[],
  { root, from, to }: { root: string; from: string; to: string },
): CodemodResult[] {
  return codemods
    .filter(({ version }) => semver.gt(version, from) && semver.lte(version, to))
    .toSorted((a, b) => semver.compare(a.version, b.version))
    .map(({ description, run }) => {
      const edited = new Set<string>();
      run((glob, change) => {
        for (const path of globSync(glob, { cwd: root }).sort()) {
          const before = readFileSync(join(root, path), 'utf8');
          const after = change(before);
          if (after === before) continue;
          writeFileSync(join(root, path), after);
          edited.add(path);
        }
      });
      return { description, edited: [...edited] };
    });
}
