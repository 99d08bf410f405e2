import { AUTHOR_FILE } from './blog-files.ts';
import { isFilledTemplate } from './placeholders.ts';
import { readTemplate } from './template.ts';

/** True for content or settings as they were created, which their owner has not edited. */
export function isStarterContent(path: string, source: string): boolean {
  const original = path.startsWith('src/content/authors/') ? AUTHOR_FILE : path;
  const template = readTemplate()[original];
  return typeof template === 'string' && isFilledTemplate(template, source);
}
