import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the bytes of a file, or of the files below a folder. */
export function sizeOf(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.size ?? 0;
  const sizes = readdirSync(path).map((name) => sizeOf(join(path, name)));
  return sizes.reduce((sum, size) => sum + size, 0);
}
