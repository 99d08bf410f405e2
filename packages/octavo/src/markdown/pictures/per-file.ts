import { hash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';

/**
 * Returns a function that computes a result for a file, and again only if the file changed: `dev`
 * checks all files after each change. Its result is `undefined` for a missing file.
 */
export function perFile<Result>(
  compute: (file: string, stats: Stats) => Result,
): (file: string) => Result | undefined {
  const cache = new Map<string, { state: string; result: Result }>();
  return (file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const state = `${stats.size} ${stats.mtimeMs}`;
    const known = cache.get(file);
    if (known?.state === state) return known.result;
    const result = compute(file, stats);
    cache.set(file, { state, result });
    return result;
  };
}

/** Returns a digest of what is in a file: its time is another in each checkout. */
export const fileDigest = perFile((file) => hash('sha256', readFileSync(file), 'base64url'));
