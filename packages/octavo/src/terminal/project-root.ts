import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Present in every blog, in its root folder. */
const SETTINGS = 'src/site.config.ts';

/**
 * Returns the root folder of a blog, with a slash at its end: the nearest parent folder with
 * `src/site.config.ts`.
 *
 * @throws {UsageError} if there is none.
 */
export function findProjectRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS))) return folder.endsWith(sep) ? folder : folder + sep;
    if (folder === dirname(folder))
      throw new UsageError(`not a blog: no ${SETTINGS} in ${resolve(from)} or a folder above it`);
  }
}
