import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { originalOf } from '../owner/overridable.ts';
import { ejectedSource, originOf, withLf } from '../owner/ejected.ts';
import { baseOf, engineVersion } from './files.ts';
import { conflictsIn, mergeVersions } from './merge-versions.ts';

/** The result of merging an ejected component. */
export interface MergeResult {
  /** The override, relative to the blog's folder. */
  file: string;
  state: 'unchanged' | 'merged' | 'conflict' | 'removed from the engine' | 'without base';
  /** The lines of the first markers of conflicts. */
  conflicts: number[];
}

/**
 * Merges the changes of an engine into the ejected components of a blog, and writes those that
 * changed, with their new base. `engine` is the folder of its sources.
 */
export function mergeOverrides(root: string, engine: string): MergeResult[] {
  const version = engineVersion(engine);
  return ejectedFiles(root).map((file) => {
    const [original, baseFile] = [originalOf(file), baseOf(basename(file, '.astro'))];
    const result = (state: MergeResult['state'], conflicts: number[] = []) => ({
      ...{ file, state, conflicts },
    });
    if (original === undefined || !existsSync(join(engine, original)))
      return result('removed from the engine');
    if (!existsSync(join(root, baseFile))) return result('without base');
    const [ours, base] = [read(root, file), read(root, baseFile)];
    const theirs = ejectedSource(read(engine, original), original);
    if (withLf(base) === theirs) return result('unchanged');
    const { text, conflicts } = mergeVersions({ ours, base, theirs }, version);
    writeFileSync(join(root, file), text);
    writeFileSync(join(root, baseFile), theirs);
    return result(conflicts.length > 0 ? 'conflict' : 'merged', conflicts);
  });
}

/** Returns `file:line` of each unresolved conflict in the ejected components of a blog. */
export function openConflicts(root: string): string[] {
  return ejectedFiles(root).flatMap((file) =>
    conflictsIn(read(root, file)).map((line) => `${file}:${line}`),
  );
}

/** Returns the overrides that were ejected: each has a base, or a comment of its origin. */
function ejectedFiles(root: string): string[] {
  return globSync('src/overrides/*.astro', { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((file) => {
      const base = baseOf(basename(file, '.astro'));
      return existsSync(join(root, base)) || originOf(read(root, file)) !== undefined;
    })
    .sort();
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
