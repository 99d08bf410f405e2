import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The file of a published site that says which it is. */
export const DIGEST_FILE = 'digest.txt';

/** Returns a digest of the names and contents of the files of a built site. */
export function siteDigest(folder: string): string {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path !== DIGEST_FILE)
    .sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
