import { globSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow } from '../old/files-below.ts';
import { isMap, text } from '../old/values.ts';
import type { EleventyConfig } from './config.ts';

/** Returns the files that the site copies as they are, absolute, by their paths in the site. */
export function copiedFiles(root: string, { copies, input }: EleventyConfig): Map<string, string> {
  const pairs = copies.flatMap(pairsOf).flatMap(([from, to]) =>
    globSync(from.replace(/\/$/, ''), { cwd: root }).map((path) => {
      const source = path.replaceAll('\\', '/');
      const below = source.startsWith(`${input}/`) ? source.slice(input.length + 1) : source;
      const inFolder =
        to !== undefined && isGlob(from) ? posix.join(to, posix.basename(source)) : to;
      return { source, target: inFolder ?? below };
    }),
  );
  return new Map(
    pairs.flatMap(({ source, target }) =>
      filesOf(root, source).map((name): [string, string] => [
        posix.join('/', target, name),
        join(root, source, name),
      ]),
    ),
  );
}

/** Returns the paths below a folder, or the empty path for a file. */
function filesOf(root: string, path: string): string[] {
  const file = join(root, path);
  return statSync(file).isDirectory() ? filesBelow(root, file).files : [''];
}

function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

/** `"img"`, `{ "public/": "/" }` */
function pairsOf(copy: unknown): [from: string, to: string | undefined][] {
  const path = text(copy);
  if (path !== undefined) return [[posix.join(path), undefined]];
  return isMap(copy)
    ? Object.entries(copy).map(([from, to]) => [posix.join(from), text(to) ?? '/'])
    : [];
}
