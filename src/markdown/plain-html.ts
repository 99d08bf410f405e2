import type { HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * Reads HTML as Sätteri writes it of Markdown, far faster than a parser of all HTML: a tree with
 * what tells the text of an article from what is beside it (`class`, `hidden`, `aria-hidden`,
 * `data-footnote…`), and no other attribute. Returns `undefined` for HTML that a parser may read
 * in another way than it looks, as an author's own may.
 */
export function readPlainHtml(html: string): HastNode | undefined {
  const root: Element = { type: 'element', tagName: '', properties: {}, children: [] };
  const open: Element[] = [root];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < html.length) {
    const token = pattern.exec(html);
    if (!token || !isAdded(token, open)) return undefined;
  }
  return open.length === 1 ? ({ type: 'root', children: root.children } as HastNode) : undefined;
}

/** A text, a comment, or a tag with its attributes. */
const TOKEN = /([^<]+)|<!--([^]*?)-->|<(\/?)([a-z][a-z\d]*)((?:\s+[a-z][a-z\d-]*(?:="[^"]*")?)*)>/y;

/** Adds a token to the innermost open element; false for one that is not plain. */
function isAdded([, text, comment, end, name, attributes]: RegExpExecArray, open: Element[]) {
  const parent = open.at(-1)!;
  if (text !== undefined) return isTextAdded(text, parent);
  if (comment !== undefined) return parent.children.push({ type: 'comment', value: comment }) > 0;
  if (end) return open.pop()!.tagName === name;
  const element: Element = {
    type: 'element',
    tagName: name!,
    properties: attributes ? propertiesOf(attributes) : {},
    children: [],
  };
  if (!PLAIN.has(element.tagName) || !mayHold(open, element.tagName)) return false;
  parent.children.push(element);
  if (!VOID.has(element.tagName)) open.push(element);
  return true;
}

function isTextAdded(text: string, parent: Element): boolean {
  const value = text.includes('&') ? decoded(text) : text;
  if (value === undefined) return false;
  return parent.children.push({ type: 'text', value }) > 0;
}

const PHRASING = new Set(
  'a abbr b br button code del em i img input ins kbd label mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'input']);
const PLAIN = new Set([
  ...PHRASING,
  ...'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
]);

/** True where a parser puts an element where its tag is: it ends a paragraph before a block. */
function mayHold(open: readonly Element[], name: string): boolean {
  const isPhrasing = PHRASING.has(name);
  const refused = isPhrasing ? name === 'a' || name === 'button' : true;
  return (
    !refused ||
    !open.some(({ tagName }) => (isPhrasing ? tagName === name : NOT_AROUND_BLOCKS.has(tagName)))
  );
}

const NOT_AROUND_BLOCKS = new Set([...PHRASING, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const ATTRIBUTE = /\s([a-z][a-z\d-]*)(?:="([^"]*)")?/g;
const PROPERTIES: Record<string, string> = {
  class: 'className',
  hidden: 'hidden',
  'aria-hidden': 'ariaHidden',
  'data-footnotes': 'dataFootnotes',
  'data-footnote-ref': 'dataFootnoteRef',
  'data-footnote-backref': 'dataFootnoteBackref',
};

function propertiesOf(attributes: string): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    const property = PROPERTIES[name];
    if (property === 'className') properties[property] = value.split(/\s+/);
    else if (property !== undefined) properties[property] = value;
  }
  return properties;
}

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns a text with its references resolved; `undefined` where one is not known here. */
function decoded(text: string): string | undefined {
  let isKnown = true;
  const value = text.replace(/&(?:([a-z]+);)?/g, (_, name: string | undefined) => {
    const character = CHARACTERS[name ?? ''];
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? value : undefined;
}
