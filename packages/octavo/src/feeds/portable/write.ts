import type { Element, Node } from './tree.ts';

/** Returns the HTML of what is left of an article: texts, and elements that a feed has. */
export function written(nodes: readonly Node[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escaped(node.value, TEXT);
    else if (node.type === 'element') html += elementOf(node);
  }
  return html;
}

function elementOf({ tagName, properties, children }: Element): string {
  let tag = tagName;
  for (const [property, value] of Object.entries(properties)) {
    tag += ` ${property === 'ariaLabel' ? 'aria-label' : property.toLowerCase()}`;
    if (value !== true) tag += `="${escaped(String(value), VALUE)}"`;
  }
  return VOID.has(tagName) ? `<${tag}>` : `<${tag}>${written(children)}</${tagName}>`;
}

const VOID = new Set(['br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
const TEXT = /[&<]/g;
/** The last two end a value in browsers that are long gone. */
const VALUE = /["&'`]/g;
const REFERENCES: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '`': '&#x60;',
};

function escaped(text: string, special: RegExp): string {
  return text.replace(special, (character) => REFERENCES[character]!);
}
