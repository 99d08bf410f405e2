import nodePath from 'node:path';

type Platform = Pick<typeof nodePath, 'relative' | 'sep'>;

/** Returns a file path with slashes, as URLs, globs and Vite have them; Windows reads such paths too. */
export function withSlashes(path: string, { sep }: Pick<Platform, 'sep'> = nodePath): string {
  return path.replaceAll(sep, '/');
}

/** Returns the path of a file from a folder, with slashes. */
export function pathFrom(folder: string, file: string, platform: Platform = nodePath): string {
  return withSlashes(platform.relative(folder, file), platform);
}

/** Returns the URL path at which the server of Vite has a file, wherever it is. */
export function vitePath(file: string, platform: Pick<Platform, 'sep'> = nodePath): string {
  return nodePath.posix.join('/@fs', withSlashes(file, platform));
}
