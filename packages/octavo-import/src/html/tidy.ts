import type { Element, ElementContent, Root } from 'hast';
import { blocksOutside } from './blocks-outside.ts';
import { element, isElement, isSpace, text, type Child } from './hast.ts';

/** Elements whose marks in Markdown cannot stand beside a space. */
const MARKED: Record<string, string> = {
  ...{ strong: 'strong', b: 'strong', em: 'em', i: 'em' },
  ...{ del: 'del', s: 'del', strike: 'del', a: 'a' },
};

/**
 * Returns a tree that Markdown can express: bare URLs are links, and no mark is empty, has spaces
 * at its ends, holds a block or another of its kind.
 */
export function tidied(tree: Root): Root {
  return {
    ...tree,
    children: blocksOutside(tree.children).flatMap((child) => tidy(child, [])) as Root['children'],
  };
}

function tidy(node: Child, around: readonly string[]): Child[] {
  if (node.type === 'text' && !around.includes('a')) return withLinks(node.value);
  if (!isElement(node) || ['pre', 'code', 'svg'].includes(node.tagName)) return [node];
  const kind = MARKED[node.tagName];
  const inner = kind === undefined ? around : [...around, kind];
  const children = node.children.flatMap((child) => tidy(child, inner)) as ElementContent[];
  if (kind === undefined) return [{ ...node, children }];
  return around.includes(kind) ? children : withoutSpaces({ ...node, children });
}

const URLS = /(https?:\/\/[^\s<>"'()[\]{}|\\^`]*[\w/#=&-])/;

function withLinks(value: string): Child[] {
  return value
    .split(URLS)
    .filter((part) => part !== '')
    .map((part) =>
      URLS.test(part) && URL.canParse(part) ? element('a', { href: part }, text(part)) : text(part),
    );
}

function withoutSpaces(node: Element): Child[] {
  const { children } = node;
  const isAnchor = node.tagName === 'a' && (node.properties['id'] ?? node.properties['name']);
  const start = children.findIndex((child) => !isSpace(child));
  if (start === -1) return isAnchor ? [node] : children;
  const end = children.findLastIndex((child) => !isSpace(child)) + 1;
  const kept = children.slice(start, end);
  const [before, first] = parted(kept[0]!, /^\s*/);
  kept[0] = first;
  const [after, last] = parted(kept.at(-1)!, /\s*$/);
  kept[kept.length - 1] = last;
  const outside = (space: string) => (space === '' ? [] : [text(space)]);
  return [
    ...children.slice(0, start),
    ...outside(before),
    { ...node, children: kept },
    ...outside(after),
    ...children.slice(end),
  ];
}

/** Returns the space at one end of a text, and the text without it. */
function parted(node: ElementContent, pattern: RegExp): [string, ElementContent] {
  if (node.type !== 'text') return ['', node];
  const [space = ''] = pattern.exec(node.value) ?? [];
  return [space, text(node.value.replace(pattern, ''))];
}
