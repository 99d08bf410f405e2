import { isFilePath } from 'octavo/internal/addresses/path-key';

/** Returns the path of a page with a slash at its end, without which hosts redirect to it. */
export function withSlash(path: string): string {
  return path.endsWith('/') || isFilePath(path) ? path : `${path}/`;
}

/** Returns parts joined to a path without doubled slashes and dots, as Go's `path.Join` does. */
export function joinPath(...parts: string[]): string {
  const rooted = parts.find((part) => part !== '')?.startsWith('/') ?? false;
  const made: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') made.pop();
    else made.push(part);
  }
  return (rooted ? '/' : '') + made.join('/');
}
