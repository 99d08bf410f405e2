import { matchesGlob } from 'node:path';
import { merged, type Values } from '../old/values.ts';
import type { Default } from './config.ts';

/**
 * Returns the front matter that `defaults` of the configuration give to a file of a type (`posts`,
 * `pages`, `drafts`, a collection): of two the longer path holds, then the one with a type, then
 * the later one.
 */
export function defaultsFor(defaults: readonly Default[], path: string, type: string): Values {
  const matching = defaults
    .filter((one) => (one.type ?? type) === type && isIn(path, one.path))
    .toSorted(
      (a, b) =>
        a.path.length - b.path.length ||
        Number(a.type !== undefined) - Number(b.type !== undefined),
    );
  return matching.reduce<Values>((values, one) => merged(values, one.values), {});
}

function isIn(path: string, scope: string): boolean {
  if (!scope.includes('*')) return path.startsWith(scope);
  return matchesGlob(path, scope) || matchesGlob(path, `${scope.replace(/\/$/, '')}/**`);
}
