import { existsSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

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
      throw Object.assign(new Error(`no blog here: no ${SETTINGS} in ${resolve(from)} or above`), {
        name: 'UsageError',
      });
  }
}

/** The root folder of the blog that the current command is about. */
export const projectRoot = findProjectRoot(rootOption() ?? process.cwd());

/** Returns the folder of Astro's option `--root`. */
function rootOption(): string | undefined {
  const index = process.argv.findIndex((word) => /^--root(?:=|$)/.test(word));
  if (index === -1) return undefined;
  return process.argv[index]!.split('=')[1] ?? process.argv[index + 1];
}
