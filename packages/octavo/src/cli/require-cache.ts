import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * Requires that `.cache/` can be written, before Astro fails at it with a stack.
 *
 * @throws {UsageError} if it cannot.
 */
export function requireCache(root: string): void {
  const folders = ['octavo', 'astro'].map((name) => join(root, '.cache', name));
  try {
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    }
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(`.cache/: cannot be written; change its permissions (${message})`);
  }
}

/**
 * Requires a path that Vite supports: it takes what is behind `#` or `?` for a part of a URL.
 *
 * @throws {UsageError} if it does not.
 */
export function requirePathForVite(root: string): void {
  const [character] = /[#?]/.exec(root) ?? [];
  if (character === undefined) return;
  throw new UsageError(`${root}: Vite does not support ${character} in paths; rename the folder`);
}
