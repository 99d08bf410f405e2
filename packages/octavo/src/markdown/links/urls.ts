import { posix } from 'node:path';

/** True for a path of this site: `/about/`, and not `//example.com/`. */
export function isRootRelative(url: string): boolean {
  return url.startsWith('/') && !url.startsWith('//');
}

/** Returns a URL without its query and fragment. */
export function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** Returns the Markdown file of a relative URL, and its query and fragment. */
export function markdownFile(url: string): { file: string; rest: string } | undefined {
  const [, file, rest = ''] = /^([^?#]+\.mdx?)([?#].*)?$/.exec(url) ?? [];
  const isElsewhere = file === undefined || file.startsWith('//') || URL.canParse(file);
  return isElsewhere ? undefined : { file, rest };
}

/** Returns the path in the project of a file that another one names; `/a` is in its root. */
export function projectPath(file: string, from: string): string {
  return posix.join(file.startsWith('/') ? '.' : posix.dirname(from), file);
}
