import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { placeOf } from '../../text/goldmark.ts';
import { valueOf, type Names } from './scripts.ts';

/** An element of JSX in Markdown. */
export type JsxElement = Readonly<MdxJsxFlowElement | MdxJsxTextElement>;

/** Returns where the opening tag of an element ends. */
export function openingEnd(node: JsxElement, body: string): number {
  const [start, end] = placeOf(node);
  const first = (node.children as MdastNode[])[0];
  if (first) return start + body.slice(start, placeOf(first)[0]).trimEnd().length;
  const text = body.slice(start, end);
  const closing = text.lastIndexOf('</');
  return closing <= 0 ? end : start + text.slice(0, closing).trimEnd().length;
}

/** Returns the values of the attributes of an element; `undefined` for one that is computed. */
export function attributesOf(node: JsxElement, names: Names): Map<string, unknown> {
  const attributes = new Map<string, unknown>();
  for (const attribute of node.attributes) {
    if (!('name' in attribute)) continue;
    const { name, value } = attribute;
    if (typeof value === 'string') attributes.set(name, value);
    else attributes.set(name, value ? valueOf(value.value, names) : true);
  }
  return attributes;
}

/** Returns the first of some attributes that is text. */
export function textOf(
  attributes: ReadonlyMap<string, unknown>,
  ...keys: string[]
): string | undefined {
  for (const key of keys) {
    const value = attributes.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}
