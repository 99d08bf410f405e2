import { escapeHtml } from 'octavo/internal/html/escape-html';
import { attributesOf, textOf, type JsxElement } from './element.ts';
import { picture } from './pictures.ts';
import type { Names } from './scripts.ts';

/** The names of attributes that JSX writes in another way. */
const RENAMED: Record<string, string> = { className: 'class', htmlFor: 'for' };

const VOID = new Set('area br col embed hr img input link meta source track wbr'.split(' '));

/** Returns the tag of HTML for an element of JSX; a picture by itself is one of Markdown. */
export function htmlTag(node: JsxElement, names: Names): { opening: string; picture?: string } {
  const attributes = attributesOf(node, names);
  const name = node.name ?? '';
  const isBare = ![...attributes.keys()].some((key) =>
    /^(?:class|className|width|height|id)$/.test(key),
  );
  if (name === 'img' && isBare && textOf(attributes, 'src') !== undefined)
    return { opening: '', picture: picture(attributes) };
  const written = [...attributes].flatMap(([key, value]) => {
    // The policy of the site refuses handlers and styles.
    if (value === undefined || value === false || /^(?:style|on[A-Z]\w*|client:\w+)$/.test(key))
      return [];
    const attribute = RENAMED[key] ?? key;
    return value === true
      ? [` ${attribute}`]
      : [` ${attribute}="${escapeHtml(String(value as string))}"`];
  });
  const opening = `<${name}${written.join('')}>`;
  const isEmpty = node.children.length === 0 && !VOID.has(name);
  return { opening: isEmpty ? `${opening}</${name}>` : opening };
}
