import semver from 'semver';

/** A change of the files of a blog that a release requires. */
export interface Codemod {
  /** The release that requires it. */
  version: string;
  /** The change: `renames the setting x to y`. */
  description: string;
  /** Edits the files of a blog, by its root folder; returns their paths. */
  run: (root: string) => string[];
}

/** The codemods of all releases. */
export const CODEMODS: readonly Codemod[] = [];

/** Runs the codemods of the releases after `from` up to `to`, the oldest first. */
export function runCodemods(
  codemods: readonly Codemod[],
  { root, from, to }: { root: string; from: string; to: string },
): { description: string; edited: string[] }[] {
  return codemods
    .filter(({ version }) => semver.gt(version, from) && semver.lte(version, to))
    .toSorted((a, b) => semver.compare(a.version, b.version))
    .map(({ description, run }) => ({ description, edited: run(root) }));
}
