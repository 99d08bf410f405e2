import type { Element, ElementContent, Nodes, RootContent } from 'hast';

/** A child of an element or of the root. */
export type Child = RootContent | ElementContent;

/** True for an element, and for one of some names. */
export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** Returns the text in a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'br')) return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Returns an element. */
export function element(
  tagName: string,
  properties: Element['properties'],
  ...children: ElementContent[]
): Element {
  return { type: 'element', tagName, properties, children };
}

/** Returns a text. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** True for an element with a class. */
export function hasClass(node: Nodes, name: string): boolean {
  const classes = isElement(node) ? node.properties['className'] : undefined;
  return Array.isArray(classes) && classes.includes(name);
}

/** The name of an element whose text is Markdown already. */
export const MARKDOWN = 'x-markdown';

/** Returns a part of a text that is Markdown already. */
export function markdown(value: string): ElementContent {
  return element(MARKDOWN, {}, text(value));
}
