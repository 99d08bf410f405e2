import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The difference between two builds of a site. */
export interface SiteDifference {
  /** The number of pages in both together. */
  pages: number;
  /** The paths of pages that differ, or that are only in one build, sorted. */
  differing: string[];
}

/** Compares the pages of two builds, given by `pagesOf`. */
export function compareSites(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): SiteDifference {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort();
  return {
    pages: all.length,
    differing: all.filter((path) => before.get(path) !== after.get(path)),
  };
}

/** Returns a digest of each HTML file in a folder, by its path. */
export function pagesOf(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = globSync('**/*.html', { cwd: folder });
  return new Map(
    paths.map((path) => [
      path.replaceAll(sep, '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64url'),
    ]),
  );
}

/** Returns the lines that describe a difference: how many pages, and the first few. */
export function describeDifference({ pages, differing }: SiteDifference): string[] {
  const first = differing.slice(0, SHOWN).map((path) => `  ${path}`);
  const more = differing.length - first.length;
  return [
    `${differing.length} of ${pages} pages differ`,
    ...first,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** The number of paths to print. */
const SHOWN = 5;
