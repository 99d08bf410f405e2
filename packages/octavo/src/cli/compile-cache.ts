import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Bytes; each build adds its own bundle under a new name. */
const MAX_CACHE_SIZE = 100_000_000;

/** Enables Node's compile cache in a blog, for modules that are loaded after this. */
export function useCompileCache(root: string): void {
  const folder = join(root, '.cache/octavo/compiled');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
    : [];
  const sizes = files.map((path) => statSync(join(folder, path)).size);
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_CACHE_SIZE)
    rmSync(folder, { recursive: true });
  enableCompileCache(folder);
}
