import { pathToFileURL } from 'node:url';
import type { Diagnostic } from './diagnostic.ts';

export type FilePosition = Pick<Diagnostic, 'file' | 'line' | 'column'>;

/** Matches a position in a source file, or in Astro's configuration, which may have been loaded again. */
const POSITION = /^(src\/[^?]+?|astro\.config\.\w+)(?:\?t=\d+)?:(\d+)(?::(\d+))?\)?$/;

/**
 * Returns the first position in a stack that is in a source file of the blog.
 *
 * @param root The root folder of the blog, with a slash at its end.
 */
export function stackPosition(stack: string, root: string): FilePosition | undefined {
  const lines = stack.replaceAll(pathToFileURL(root).href, root).split('\n');
  for (const [index, text] of lines.entries()) {
    const [, path = ''] = text.split(root);
    const [, file = '', line, column] = POSITION.exec(path) ?? [];
    if (line === undefined) continue;
    // Node prints a syntax error as `file:line`, lines of code, and a caret under the column.
    const caret = lines.slice(index).find((below) => /^\s*\^+$/.test(below));
    return { file, line: Number(line), column: Number(column ?? (caret?.indexOf('^') ?? 0) + 1) };
  }
  return undefined;
}
