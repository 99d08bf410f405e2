import { htmlToHast, type HastNode } from 'satteri';

export type Element = Extract<HastNode, { type: 'element' }>;

/** Returns every element of a page, or of a part of one, with one of the names, in order. */
export function elements(html: string | HastNode, ...names: string[]): Element[] {
  const found: Element[] = [];
  const visit = (node: HastNode) => {
    if (node.type === 'element' && (names.length === 0 || names.includes(node.tagName)))
      found.push(node);
    if ('children' in node) for (const child of node.children) visit(child as HastNode);
  };
  visit(typeof html === 'string' ? htmlToHast(html) : html);
  return found;
}

/** Returns the text of an element, with white space folded. */
export function text(node: HastNode): string {
  const all = (of: HastNode): string => {
    if (of.type === 'text') return of.value;
    return 'children' in of ? of.children.map((child) => all(child as HastNode)).join('') : '';
  };
  return all(node).replace(/\s+/g, ' ').trim();
}

/** Returns an attribute as text, or `undefined`. */
export function attribute(node: Element, name: string): string | undefined {
  const value = node.properties?.[name];
  return value === undefined || value === null ? undefined : String(value);
}
