import { posix } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';

/** Returns the path from the root of a file of the folder that an address names; else `undefined`. */
export type LocalPath = (address: string, folder: string) => string | undefined;

/** Returns a function that finds files of a folder by path, or by their URL in its repository on GitHub. */
export function localPaths(files: readonly string[]): LocalPath {
  const known = new Set(files);
  return (address, folder) => {
    const [, inRepository] =
      /^https:\/\/raw\.githubusercontent\.com\/(?:[^/]+\/){3}(.*)$/.exec(address) ?? [];
    if (inRepository === undefined && /^(?:[a-z]+:|\/\/)/i.test(address)) return undefined;
    const path = decodePath(inRepository ?? address);
    const isRooted = inRepository !== undefined || path.startsWith('/');
    const found = posix.normalize(isRooted ? path.replace(/^\//, '') : posix.join(folder, path));
    return known.has(found) ? `/${found}` : undefined;
  };
}
