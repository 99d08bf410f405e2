import type { MdastNode } from 'satteri';
import type { Edit } from 'octavo/internal/html/edits';
import { placeOf } from '../../text/goldmark.ts';

/**
 * Returns the edits that take the indentation off blocks in elements: MDX ignores it, and Markdown
 * reads code in it.
 */
export function dedents(nodes: readonly MdastNode[], body: string): Edit[] {
  const depths = new Map<number, number>();
  for (const node of nodes) {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'root') continue;
    for (const child of node.children as MdastNode[]) mark(child, depths, body);
    if (node.type === 'mdxJsxFlowElement') markLastLine(node, depths, body);
  }
  return [...depths].map(([start, length]) => ({ start, end: start + length, text: '' }));
}

function mark(child: MdastNode, depths: Map<number, number>, body: string): void {
  const [start, end] = placeOf(child);
  const first = body.lastIndexOf('\n', start - 1) + 1;
  const lead = body.slice(first, start);
  if (lead === '' || /\S/.test(lead)) return;
  for (let line = first; line < end; line = nextLine(body, line)) {
    const spaces = /^[ \t]*/.exec(body.slice(line, line + lead.length))?.[0].length ?? 0;
    depths.set(line, Math.max(depths.get(line) ?? 0, spaces));
  }
}

/** The closing tag stands as deep as the opening one. */
function markLastLine(node: MdastNode, depths: Map<number, number>, body: string): void {
  const [, end] = placeOf(node);
  const line = body.lastIndexOf('\n', end - 1) + 1;
  const spaces = /^[ \t]*(?=<\/)/.exec(body.slice(line, end))?.[0].length ?? 0;
  if (spaces > 0) depths.set(line, Math.max(depths.get(line) ?? 0, spaces));
}

function nextLine(body: string, line: number): number {
  const end = body.indexOf('\n', line);
  return end === -1 ? body.length : end + 1;
}
