import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { digestOfFiles } from '../digest-of-files.ts';

/** The code of a blog, except `src/content.config.ts`. */
const CODE = ['src/**/*.{astro,ts,js,mjs}', '!src/content.*', '!src/content/**'];
const READS_CONTENT = /\b(?:getCollection|getEntry|getEntries|getBlog)\b|\bimport\.meta\.glob\b/;

/**
 * Returns a digest of all content where components or pages of the blog read it: the keys of pages
 * cover only the content that the engine's components show. Empty if no file reads content.
 */
export function contentOfComponents(root: string): string {
  const readsContent = globSync(CODE, { cwd: root }).some((path) =>
    READS_CONTENT.test(readFileSync(join(root, path), 'utf8')),
  );
  return readsContent ? digestOfFiles(root, globSync('src/content/**', { cwd: root })) : '';
}
