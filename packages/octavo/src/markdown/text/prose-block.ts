import type { MdastNode } from 'satteri';
import { edited, type Edit } from '../../html/edits.ts';
import { descendantsOf } from '../syntax.ts';

/** A block that holds lines of text: its nodes, and its source from an offset of the document. */
export interface ProseBlock {
  start: number;
  source: string;
  nodes: MdastNode[];
}

/** Returns the block of a node; `undefined` for a node that is no block of text. */
export function proseBlock(node: MdastNode, document: string): ProseBlock | undefined {
  if (!BLOCKS.has(node.type)) return undefined;
  const [start, end] = placeOf(node);
  return { start, source: document.slice(start, end), nodes: descendantsOf(node).slice(1) };
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'descriptionTerm']);

/** Stands for what is no text, and counts as a symbol. */
const OBJECT = '\uFFFC';

/**
 * Returns the source of a block, as long as it is, with an object character for each of code, HTML,
 * addresses, and of nodes that `isOpaque`.
 */
export function proseOf(block: ProseBlock, isOpaque: (node: MdastNode) => boolean): string {
  const hidden = block.nodes.flatMap((node) =>
    isOpaque(node) ? partsWithoutText(node, block) : [],
  );
  return edited(
    block.source,
    hidden.map(([from, to]): Edit => {
      const [start, end] = [from - block.start, to - block.start];
      return { start, end, text: OBJECT.repeat(end - start) };
    }),
  );
}

export function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

export function placeOf({ position }: Readonly<MdastNode>): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/** Returns the parts of a node that are no text: all of it, or the address of a link with a text. */
function partsWithoutText(node: MdastNode, block: ProseBlock): [start: number, end: number][] {
  const [start, end] = placeOf(node);
  if (node.type === 'text') return [];
  const isBare = node.type === 'link' && !block.source.startsWith('[', start - block.start);
  if (isBare || !('children' in node) || node.children.length === 0) return [[start, end]];
  if (!['link', 'linkReference', 'mdxJsxTextElement'].includes(node.type)) return [];
  return [
    [start, placeOf(node.children[0]!)[0]],
    [placeOf(node.children.at(-1)!)[1], end],
  ];
}
