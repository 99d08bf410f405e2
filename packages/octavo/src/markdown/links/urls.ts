import { posix } from 'node:path';

/** True for a path of this site: `/about/`, and not `//example.com/`. */
export function isRootRelative(url: string): boolean {
  return url.startsWith('/') && !url.startsWith('//');
}

/** Returns a URL without its query and fragment. */
export function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** Returns the path in the project of a file that another one names; `/a` is in its root. */
export function projectPath(file: string, from: string): string {
  return posix.join(file.startsWith('/') ? '.' : posix.dirname(from), file);
}
