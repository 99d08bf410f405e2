import { join } from 'node:path';
import { engineDigest } from '../build/engine-digest.ts';
import { readCached } from '../read-cached.ts';
import { writeWhole } from '../write-whole.ts';
import type { Context } from '../settings/context.ts';
import type { CheckResults } from './check-content.ts';

const FILE = '.cache/octavo/check.json';

interface CachedResults {
  engine: string;
  results: CheckResults;
}

/** Returns the results of the last check, if the engine, the settings and the owner's code are the same. */
export function readResults(context: Context): CheckResults | undefined {
  const cached = readCached<CachedResults>(join(context.root, FILE));
  return cached?.engine === engineDigest(context) ? cached.results : undefined;
}

/** Caches the results of a check. */
export function writeResults(context: Context, results: CheckResults): void {
  const cached: CachedResults = { engine: engineDigest(context), results };
  try {
    writeWhole(join(context.root, FILE), JSON.stringify(cached));
  } catch {
    // The cache only saves time; a blog may be read-only.
  }
}
