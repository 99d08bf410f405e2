import type { Element, ElementContent } from 'hast';
import { isElement, isSpace, type Child } from './hast.ts';

/** Elements that stand between paragraphs, rather than in one. */
const BLOCKS = new Set(
  'address article aside audio blockquote canvas caption center colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr iframe li main math menu nav object ol p pre section script style summary table tbody td tfoot th thead tr ul video'.split(
    ' ',
  ),
);

/** True for an element that stands between paragraphs. */
export function isBlock(node: Child): node is Element {
  return isElement(node) && BLOCKS.has(node.tagName);
}

/** Returns nodes in which no inline element has blocks: each of those blocks has the element inside. */
export function blocksOutside(nodes: readonly Child[]): Child[] {
  return nodes.flatMap((node): Child[] => {
    if (!isElement(node)) return [node];
    const children = blocksOutside(node.children) as ElementContent[];
    return isBlock(node) || !children.some(isBlock)
      ? [{ ...node, children }]
      : inBlocks(node, children);
  });
}

/** Puts an inline element around the inline content between blocks, and of each block. */
function inBlocks(inline: Element, children: readonly Child[]): Child[] {
  const { tagName } = inline;
  let { properties } = inline;
  const around = (nodes: readonly Child[]): Child[] => {
    const made: Child[] = [];
    let line: ElementContent[] = [];
    const flush = () => {
      if (line.every(isSpace)) made.push(...line);
      else {
        made.push({ type: 'element', tagName, properties, children: line });
        properties = { ...properties, id: undefined, name: undefined };
      }
      line = [];
    };
    for (const node of nodes) {
      if (!isBlock(node)) {
        line.push(node as ElementContent);
        continue;
      }
      flush();
      made.push({ ...node, children: around(node.children) as ElementContent[] });
    }
    flush();
    return made;
  };
  return around(children);
}
