import type { ElementContent, Root } from 'hast';
import { element, isElement, type Child } from './hast.ts';

/** Returns a tree with an anchor for each id that a link of it leads to; headings keep theirs. */
export function withAnchors(tree: Root): Root {
  const targets = new Set(linksIn(tree.children));
  if (targets.size === 0) return tree;
  return {
    ...tree,
    children: tree.children.flatMap((child) => anchored(child, targets)) as Root['children'],
  };
}

function linksIn(children: readonly Child[]): string[] {
  return children.flatMap((child) => {
    if (!isElement(child)) return [];
    const { href } = child.properties;
    const own = typeof href === 'string' && href.startsWith('#') ? [href.slice(1)] : [];
    return [...own, ...linksIn(child.children)];
  });
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function anchored(node: Child, targets: ReadonlySet<string>): Child[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap((child) => anchored(child, targets)) as ElementContent[];
  const { id } = node.properties;
  const isOwn = isElement(node, ...HEADINGS) || (node.tagName === 'a' && !node.properties['href']);
  if (isOwn || typeof id !== 'string' || !targets.has(id)) return [{ ...node, children }];
  const anchor = element('a', { id });
  // Only these can have an anchor in them; before others it is a part of what is around.
  return isElement(node, 'li', 'p', 'div', 'section', 'td', 'dd')
    ? [{ ...node, children: [anchor, ...children] }]
    : [anchor, { ...node, children }];
}
