import type { CodeInfo } from './fence-options.ts';
import { unreadable } from '../directives/include.ts';
import type { MarkdownDocument } from '../document.ts';
import { projectPath } from '../links/urls.ts';

/**
 * Returns the text of the file that a fence names, or of its lines, without the indentation that
 * they share; or the problem, for its author, where there is no such file or line.
 */
export function quotedCode(
  { file = '', lines }: CodeInfo,
  document: Pick<MarkdownDocument, 'path' | 'text'> & Partial<Pick<MarkdownDocument, 'exists'>>,
): { text: string } | { problem: string } {
  const path = projectPath(file, document.path);
  if (path.startsWith('../')) return { problem: `${file} is outside the project` };
  const text = document.text(path)?.replace(/\n$/, '');
  if (text === undefined) return { problem: unreadable(file, document.exists?.(path) ?? false) };
  if (!lines) return { text };
  const all = text.split('\n');
  const first = lines[0];
  const last = lines[1] === Infinity ? Math.max(first, all.length) : lines[1];
  if (last > all.length)
    return { problem: `${file} has no line ${last}; it ends with line ${all.length}` };
  return { text: withoutIndentation(all.slice(first - 1, last)).join('\n') };
}

function withoutIndentation(lines: readonly string[]): string[] {
  const indentations = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = Math.min(...indentations);
  return lines.map((line) => line.slice(shared));
}

/** Returns a block of code in a fence that is longer than any in it. */
export function fenced(code: string, infoString: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${infoString}\n${code}\n${fence}`;
}
