import type { Element, ElementContent, Nodes, RootContent } from 'hast';

/** A child of an element or of the root. */
export type Child = RootContent | ElementContent;

/** True for an element, and for one of some names. */
export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** The names of headings. */
export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** True for a line break, and for white space. */
export function isSpace(node: Nodes): boolean {
  return node.type === 'text' ? node.value.trim() === '' : isElement(node, 'br');
}

/** Returns the nodes within a node that pass a test, in order. */
export function findAll(
  node: { children: readonly Child[] },
  is: (node: Child) => boolean,
): Child[] {
  return node.children.flatMap((child) => [
    ...(is(child) ? [child] : []),
    ...('children' in child ? findAll(child, is) : []),
  ]);
}

/** Returns the elements with a name within a node, in order. */
export function elementsIn(node: { children: readonly Child[] }, name: string): Element[] {
  return findAll(node, (child) => isElement(child, name)) as Element[];
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
