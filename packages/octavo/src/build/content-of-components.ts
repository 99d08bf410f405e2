import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Returns a digest of all content where components or pages of the blog read it: the keys of pages
 * cover only the content that the engine's components show. Empty if no file reads content.
 */
export function contentOfComponents(root: string): string {
  const code = filesOf(root, 'src/**/*.{astro,ts,js,mjs}').filter(
    (path) => !path.startsWith('src/content'),
  );
  if (!code.some((path) => READS_CONTENT.test(readFileSync(join(root, path), 'utf8')))) return '';
  const hash = createHash('sha256');
  for (const path of filesOf(root, 'src/content/**/*'))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('base64url');
}

const READS_CONTENT = /\b(?:getCollection|getEntry|getEntries|getBlog)\b|\bimport\.meta\.glob\b/;

function filesOf(root: string, glob: string): string[] {
  return globSync(glob, { cwd: root })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}
