import { readFileSync, statSync } from 'node:fs';
import { parse } from 'devalue';
import { context } from 'virtual:octavo/context';
import { entriesFile } from '../owner/runtime-modules.ts';

const file = entriesFile(context);
let mtime = 0;

/**
 * The entries of Astro's store by collection, for `dev`. They are read again after a change: Astro
 * would load its module with all of them anew, and each module that imports it.
 */
export const entries = new Map<string, unknown>();

function read(): void {
  // Astro writes no file for a blog without entries.
  const { mtimeMs = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  if (mtimeMs === mtime) return;
  mtime = mtimeMs;
  entries.clear();
  for (const [name, collection] of parse(readFileSync(file, 'utf8')) as typeof entries)
    entries.set(name, collection);
}

read();
import.meta.hot?.on('astro:content-changed', read);
