import { textOf } from './hast.ts';
import { readTree } from './html-to-markdown.ts';

/** Returns HTML as text on one line. */
export function plainText(html: string): string {
  return textOf(readTree(html)).replace(/\s+/g, ' ').trim();
}
