import type { HastNode } from 'satteri';
import { decoded, plainProperties } from './plain-attributes.ts';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * Reads HTML as Sätteri writes it of Markdown, far faster than a parser of all HTML: a tree with
 * the attributes of plain-attributes.ts, in which the colours of code are left out. Returns
 * `undefined` for HTML that a parser may read in another way than it looks, as an author's own may.
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

/** A text, one with a colour, a comment, or a tag with its attributes. */
const TOKEN =
  /([^<\0\r]+)|<span class="[a-z]">([^<\0\r]+)<\/span>|<!--([^>-](?:[^-]|-(?!-))*)-->|<(\/?)([a-z][a-z\d]*)((?:[ \n]+[a-z][a-z\d-]*(?:="[^"\0\r]*")?)*)>/y;

/** Adds a token to the innermost open element; false for one that is not plain. */
function isAdded(token: RegExpExecArray, open: Element[]): boolean {
  const [, text, coloured, comment, end, name = '', attributes] = token;
  const parent = open.at(-1)!;
  if (text !== undefined) return isTextAdded(text, parent);
  if (coloured !== undefined) return isTextAdded(coloured, parent);
  if (comment !== undefined) return parent.children.push({ type: 'comment', value: comment }) > 0;
  if (end) return open.pop()!.tagName === name;
  const properties = attributes ? plainProperties(attributes) : {};
  if (!properties || !PLAIN.has(name) || !mayHold(open, name)) return false;
  const element: Element = { type: 'element', tagName: name, properties, children: [] };
  parent.children.push(element);
  if (!VOID.has(name)) open.push(element);
  return true;
}

function isTextAdded(text: string, parent: Element): boolean {
  const { tagName, children } = parent;
  const last = children.at(-1);
  // A parser moves text out of a table, and takes the line end away that a `pre` begins with.
  if (PARTS.has(tagName) && text.trim() !== '') return false;
  if (tagName === 'pre' && !last && text.startsWith('\n')) return false;
  const value = decoded(text);
  if (value === undefined) return false;
  if (last?.type === 'text') last.value += value;
  else children.push({ type: 'text', value });
  return true;
}

const PHRASING = new Set(
  'a abbr b br button code del em i img input ins kbd label mark q s samp small span strong sub summary sup u var'.split(
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

/** What stands in elements of one kind alone; a parser adds others around it elsewhere. */
const PARENTS: Record<string, readonly string[]> = {
  dd: ['dl'],
  dt: ['dl'],
  li: ['ol', 'ul'],
  tbody: ['table'],
  td: ['tr'],
  th: ['tr'],
  thead: ['table'],
  tr: ['tbody', 'thead'],
};
/** What holds nothing but what stands in it alone. */
const PARTS = new Set(['table', 'tbody', 'thead', 'tr']);

/** True where a parser puts an element where its tag is: it ends a paragraph before a block. */
function mayHold(open: readonly Element[], name: string): boolean {
  const parent = open.at(-1)!.tagName;
  const parents = PARENTS[name];
  if (parents ? !parents.includes(parent) : PARTS.has(parent)) return false;
  if (!PHRASING.has(name)) return !open.some(({ tagName }) => NOT_AROUND_BLOCKS.has(tagName));
  const isNested = name === 'a' || name === 'button';
  return !isNested || !open.some(({ tagName }) => tagName === name);
}

const NOT_AROUND_BLOCKS = new Set([...PHRASING, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
