import type { HastNode } from 'satteri';
import { childrenOf } from '../tree.ts';

/** The ids that every page has itself: where its skip link leads (layouts/Document.astro). */
export const PAGE_IDS = ['main'];

/** Returns every id of a tree, as often as it is given: in Markdown, in raw HTML and in JSX. */
export function idsOf(tree: HastNode): string[] {
  const ids: string[] = [];
  const visit = (node: HastNode) => {
    const id = idOf(node);
    if (id !== undefined) ids.push(id);
    childrenOf(node).forEach(visit);
  };
  visit(tree);
  return ids;
}

function idOf(node: HastNode): string | undefined {
  if (node.type === 'element') {
    const id = node.properties['id'];
    return typeof id === 'string' ? id : undefined;
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id') continue;
    if (typeof attribute.value === 'string') return attribute.value;
  }
  return undefined;
}
