import { toHtml } from 'hast-util-to-html';
import { htmlToHast, type HastNode } from 'satteri';
import { blockedHtml } from './blocked-html.ts';

type Element = Extract<HastNode, { type: 'element' }>;
type Node = Element['children'][number];

/** The allowed elements; others are replaced by their content. */
const ALLOWED = new Set(
  'a b blockquote br caption code dd del dl dt em i ins kbd li mark ol p pre q s small strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
/** Headings become paragraphs, which are not in the outline of the page. */
const HEADING = /^h[1-6]$/;

/** Sanitizes untrusted HTML: only simple elements and links stay, so that it loads nothing and has no ids. */
export function safeHtml(html: string): string {
  const { children } = htmlToHast(html, { fragment: true }) as Pick<Element, 'children'>;
  return toHtml(children.flatMap(safeNodes));
}

function safeNodes(node: Node): Node[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { properties } = node;
  const tagName = HEADING.test(node.tagName) ? 'p' : node.tagName;
  const isRemoved = blockedHtml(tagName, []).some(({ attributes }) => attributes === undefined);
  if (isRemoved) return [];
  const children = node.children.flatMap(safeNodes);
  const safe = tagName === 'a' ? safeLink(properties) : {};
  return safe && ALLOWED.has(tagName)
    ? [{ ...node, tagName, properties: safe, children }]
    : children;
}

function safeLink({ href }: Element['properties']): Element['properties'] | undefined {
  const isSafe = typeof href === 'string' && blockedHtml('a', [['href', href]]).length === 0;
  return isSafe ? { href, rel: ['nofollow', 'ugc'] } : undefined;
}
