import type { CodeInfo } from './fence-options.ts';
import type { MarkdownDocument } from '../document.ts';
import { projectPath } from '../links/urls.ts';

type Document = Pick<MarkdownDocument, 'path' | 'text'>;

/**
 * Returns the text of the file that a fence names, or of its lines, without the indentation that
 * they share. Throws a QuotationError where there is no such file or line.
 */
export function quotedCode({ file = '', lines }: CodeInfo, document: Document): string {
  const path = projectPath(file, document.path);
  if (path.startsWith('../')) throw new QuotationError(`${file} is outside the project`);
  const text = textOf(path, document)?.replaceAll('\r\n', '\n').replace(/\n$/, '');
  if (text === undefined) throw new QuotationError(`${file} not found`);
  if (!lines) return text;
  const all = text.split('\n');
  const first = lines[0];
  const last = lines[1] === Infinity ? Math.max(first, all.length) : lines[1];
  if (last > all.length) {
    throw new QuotationError(`${file} has no line ${last}; it ends with line ${all.length}`);
  }
  return withoutIndentation(all.slice(first - 1, last)).join('\n');
}

/** What is wrong with a quotation, in words for its author. */
export class QuotationError extends Error {}

function textOf(path: string, document: Document): string | undefined {
  try {
    return document.text(path);
  } catch {
    // A folder, or what cannot be read.
    return undefined;
  }
}

function withoutIndentation(lines: readonly string[]): string[] {
  const indentations = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = Math.min(...indentations);
  return lines.map((line) => line.slice(shared));
}
