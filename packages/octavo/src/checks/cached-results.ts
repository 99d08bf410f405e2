import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineDigest } from '../build/engine-digest.ts';
import { writeWhole } from '../build/write-whole.ts';
import { engineFolder } from '../engine-folder.ts';
import type { Context } from '../settings/context.ts';
import type { CheckResults } from './check-content.ts';

const FILE = '.cache/octavo/check.json';

interface CachedResults {
  engine: string;
  results: CheckResults;
}

/** Returns the results of the last check, if the engine, the settings and the owner's code are the same. */
export function readResults(context: Context): CheckResults | undefined {
  try {
    const text = readFileSync(join(context.root, FILE), 'utf8');
    const { engine, results } = JSON.parse(text) as CachedResults;
    return engine === engineOf(context) ? results : undefined;
  } catch {
    return undefined;
  }
}

/** Caches the results of a check. */
export function writeResults(context: Context, results: CheckResults): void {
  const cached: CachedResults = { engine: engineOf(context), results };
  try {
    writeWhole(join(context.root, FILE), JSON.stringify(cached));
  } catch {
    // The cache only saves time; a blog may be read-only.
  }
}

function engineOf({ root, settings }: Context): string {
  return engineDigest({ root, engine: engineFolder }, settings, 'renderings');
}
