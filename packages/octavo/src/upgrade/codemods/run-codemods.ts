import semver from 'semver';
import { BlogFiles } from './blog-files.ts';
import type { Codemod } from './codemods.ts';

/** A codemod that was run, and the files that it edited. */
export interface CodemodResult {
  description: string;
  edited: string[];
}

/** Runs the codemods of the releases after `from` up to `to`, the oldest first. */
export function runCodemods(
  codemods: readonly Codemod[],
  { root, from, to }: { root: string; from: string; to: string },
): CodemodResult[] {
  return codemods
    .filter(({ version }) => semver.gt(version, from) && semver.lte(version, to))
    .toSorted((a, b) => semver.compare(a.version, b.version))
    .map(({ description, run }) => {
      const blog = new BlogFiles(root);
      run(blog);
      return { description, edited: [...blog.edited] };
    });
}
