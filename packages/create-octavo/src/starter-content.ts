import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHOR_FILE } from './blog-files.ts';
import { isFilledTemplate } from './placeholders.ts';
import { readTemplate } from './template.ts';

const template = readTemplate();

/** True for a file of a blog that is as it was created: content or settings that nobody has edited. */
export function isStarterFile(root: string, path: string): boolean {
  const originalPath = path.startsWith('src/content/authors/') ? AUTHOR_FILE : path;
  const original = template[originalPath];
  return (
    typeof original === 'string' &&
    isFilledTemplate(originalPath, original, readFileSync(join(root, path), 'utf8'))
  );
}
