import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the file of an override, relative to the blog's folder. */
export function overrideOf(name: string): string {
  return `src/overrides/${name}.astro`;
}

/** Returns the file of the original that an override was ejected from or merged with. */
export function baseOf(name: string): string {
  return `src/overrides/.base/${name}.astro`;
}

/** Returns the version of the engine whose sources are in a folder. */
export function engineVersion(engine: string): string {
  const manifest = readFileSync(join(engine, '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
