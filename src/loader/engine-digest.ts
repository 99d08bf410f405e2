import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let digest: string | undefined;

/**
 * Returns a digest of all that a rendering depends on beside the content: the sources of the
 * Markdown features and of the rules of the blog, the settings, the words of the interface and
 * the locked packages. Read once a process: editing one of them means to start `dev` again.
 */
export function engineDigest(root: string): string {
  digest ??= digestFiles(root);
  return digest;
}

function digestFiles(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(
    [
      'src/{blog,checks,loader,markdown,strings}/**/*.ts',
      'src/site.config.ts',
      'package-lock.json',
    ],
    {
      cwd: root,
    },
  );
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('base64url');
}
