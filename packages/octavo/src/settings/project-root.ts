import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../terminal/usage-error.ts';

/** Present in every blog, in its root folder. */
const SETTINGS = 'src/site.config.ts';

/**
 * Returns the root folder of a blog, with a slash at its end: the nearest folder upwards that has
 * `src/site.config.ts`.
 *
 * @throws {UsageError} where no folder has it.
 */
export function findProjectRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS))) return folder.endsWith(sep) ? folder : folder + sep;
    if (folder === dirname(folder))
      throw new UsageError(`not a blog: no ${SETTINGS} in ${resolve(from)} or a folder above it`);
  }
}

/** Returns the value of Astro's option `--root` in a command line. */
export function rootOption(args: string[]): string | undefined {
  const { root } = parseArgs({ args, options: { root: { type: 'string' } }, strict: false }).values;
  return typeof root === 'string' ? root : undefined;
}

/** The root folder of the blog that the current command is about. */
export const projectRoot = findProjectRoot(rootOption(process.argv.slice(2)) ?? process.cwd());
