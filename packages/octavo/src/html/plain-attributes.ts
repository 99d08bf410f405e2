import type { HastNode } from 'satteri';

type Properties = Extract<HastNode, { type: 'element' }>['properties'];

/** How the value of an attribute is to be read. */
type Kind = 'flag' | 'list' | 'number' | 'text';

/**
 * What anything asks of the elements of plain HTML: what tells the text of an article from what is
 * beside it, and what feeds keep.
 */
const ATTRIBUTES = new Map<string, [property: string, kind: Kind]>([
  ['align', ['align', 'text']],
  ['alt', ['alt', 'text']],
  ['aria-hidden', ['ariaHidden', 'text']],
  ['aria-label', ['ariaLabel', 'text']],
  ['checked', ['checked', 'flag']],
  ['cite', ['cite', 'text']],
  ['class', ['className', 'list']],
  ['colspan', ['colSpan', 'number']],
  ['data-footnote-backref', ['dataFootnoteBackref', 'text']],
  ['data-footnote-ref', ['dataFootnoteRef', 'text']],
  ['data-footnotes', ['dataFootnotes', 'text']],
  ['datetime', ['dateTime', 'text']],
  ['dir', ['dir', 'text']],
  ['height', ['height', 'number']],
  ['hidden', ['hidden', 'flag']],
  ['href', ['href', 'text']],
  ['id', ['id', 'text']],
  ['lang', ['lang', 'text']],
  ['open', ['open', 'flag']],
  ['reversed', ['reversed', 'flag']],
  ['rowspan', ['rowSpan', 'number']],
  ['scope', ['scope', 'text']],
  ['src', ['src', 'text']],
  ['srcset', ['srcSet', 'text']],
  ['start', ['start', 'number']],
  ['title', ['title', 'text']],
  ['type', ['type', 'text']],
  ['value', ['value', 'number']],
  ['width', ['width', 'number']],
]);

const ATTRIBUTE = /[ \n]([a-z][a-z\d-]*)(?:="([^"]*)")?/g;

/** Returns the attributes of a tag that are of use, as hast has them; `undefined` where one is not plain. */
export function plainProperties(attributes: string): Properties | undefined {
  const properties: Properties = {};
  for (const [, name = '', written = ''] of attributes.matchAll(ATTRIBUTE)) {
    const known = ATTRIBUTES.get(name);
    if (!known) continue;
    const [property, kind] = known;
    const text = decoded(written);
    const value = text === undefined ? undefined : READ[kind](text);
    if (value === undefined || property in properties) return undefined;
    properties[property] = value;
  }
  return properties;
}

const READ: Record<Kind, (text: string) => Properties[string] | undefined> = {
  flag: (text) => (text === '' ? true : undefined),
  list: (text) => text.split(/[ \n\t\f]+/).filter((name) => name !== ''),
  number: (text) => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined),
  text: (text) => text,
};

const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

/** Returns a text with its references resolved; `undefined` where one is not known here. */
export function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const value = text.replace(/&(?:([a-z]+);)?/g, (_, name: string | undefined) => {
    const character = CHARACTERS.get(name ?? '');
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? value : undefined;
}
