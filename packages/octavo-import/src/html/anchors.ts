import type { ElementContent, Root } from 'hast';
import { element, HEADINGS, isElement, type Child } from './hast.ts';

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

/** Elements that can have an anchor in them; it is before others. */
const HOLDERS = ['li', 'p', 'div', 'section', 'td', 'dd'];

function anchored(node: Child, targets: ReadonlySet<string>): Child[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap((child) => anchored(child, targets)) as ElementContent[];
  const { id } = node.properties;
  const isOwn =
    HEADINGS.includes(node.tagName) || (node.tagName === 'a' && !node.properties['href']);
  if (isOwn || typeof id !== 'string' || !targets.has(id)) return [{ ...node, children }];
  const anchor = element('a', { id });
  return HOLDERS.includes(node.tagName)
    ? [{ ...node, children: [anchor, ...children] }]
    : [anchor, { ...node, children }];
}
