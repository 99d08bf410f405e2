import { elements } from './rule.ts';
import { attribute, isElement, text, type Element, type Node } from '../../markdown/tree.ts';

/** The elements that a feed has, each with the attributes that do something there. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'ariaLabel'],
  abbr: ['title'],
  audio: ['src', 'controls', 'loop'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  dfn: ['title'],
  img: ['src', 'alt', 'width', 'height', 'title'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  source: ['src', 'type'],
  td: ['colSpan', 'rowSpan', 'align'],
  th: ['colSpan', 'rowSpan', 'align', 'scope'],
  time: ['dateTime'],
  track: ['src', 'kind', 'srcLang', 'label', 'default'],
  video: ['src', 'poster', 'controls', 'loop', 'muted', 'width', 'height'],
  ...Object.fromEntries(
    'b bdi bdo br caption cite code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p pre rp rt ruby s samp small span strong sub summary sup table tbody tfoot thead tr u ul var wbr'
      .split(' ')
      .map((name) => [name, []]),
  ),
};

/** Attributes of any element: an id only where something in the item leads to it. */
const EVERYWHERE = ['lang', 'dir'];
const ADDRESSES = ['href', 'src', 'poster', 'cite'];

/** What goes with all that is in it: what runs, what is styled, what can be operated. */
const LEFT_OUT = elements(
  'base button datalist dialog head link meta noframes option script select style template textarea title',
);

/** Elements that readers drop or do not know: they become a `div`. */
const BOXES = elements(
  'address article aside center fieldset footer header hgroup legend main menu nav search section',
);

/** Elements that are removed when empty. */
const HOLLOW = elements(
  'a b blockquote code div dl em figcaption figure i mark ol p pre span strong sub summary sup u ul',
);

const BLOCKS = elements(
  'audio blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul video',
);

interface Manner {
  /** Returns a URL as an absolute one; `undefined` for one that a feed cannot have. */
  whole: (address: string) => string | undefined;
  /** The ids that something in the item leads to. */
  targets: ReadonlySet<string>;
}

/** True for what a page does not show, or a feed has no use for. */
export function isLeftOut(node: Node): boolean {
  if (node.type !== 'element') return node.type !== 'text';
  return LEFT_OUT.has(node.tagName) || (node.properties['hidden'] ?? false) !== false;
}

/** Returns nodes with nothing but the elements and attributes that a feed has. */
export function cleaned(nodes: readonly Node[], manner: Manner, isInLink = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (isLeftOut(node)) return [];
    if (node.type !== 'element') return [node];
    const tagName = BOXES.has(node.tagName) ? 'div' : node.tagName;
    const properties = propertiesOf(node, tagName, manner);
    const children = cleaned(node.children, manner, isInLink || tagName === 'a');
    const isKept = Object.hasOwn(ALLOWED, tagName) && !(tagName === 'a' && isInLink);
    if (!isKept || isIdle(tagName, properties, children)) return children;
    if (tagName === 'img' && properties['src'] === undefined)
      return [text(attribute(node, 'alt') ?? '')];
    return [{ ...node, tagName, properties, children } as Element];
  });
}

function propertiesOf(node: Element, tagName: string, { whole, targets }: Manner) {
  const kept: Element['properties'] = {};
  for (const name of [...(ALLOWED[tagName] ?? []), ...EVERYWHERE]) {
    const given = node.properties[name];
    if (given === undefined || given === null || given === false) continue;
    const value = ADDRESSES.includes(name) ? whole(String(given)) : given;
    if (value !== undefined) kept[name] = value;
  }
  if (tagName === 'code') {
    const classes = [node.properties['className']].flat();
    // By which readers that color code know its language.
    const className = classes.filter((name) => String(name).startsWith('language-'));
    if (className.length > 0) Object.assign(kept, { className });
  }
  const id = attribute(node, 'id');
  if (id !== undefined && targets.has(id)) kept['id'] = id;
  return kept;
}

/** True for elements without effect: a blank paragraph, a box or a link without attributes. */
function isIdle(tagName: string, properties: Element['properties'], children: Node[]): boolean {
  if (properties['id'] === undefined && HOLLOW.has(tagName) && children.every(isBlank)) return true;
  if (Object.keys(properties).length > 0) return false;
  const isBlock = (child: Node) => isBlank(child) || isElement(child, ...BLOCKS);
  return tagName === 'a' || tagName === 'span' || (tagName === 'div' && children.every(isBlock));
}

function isBlank(node: Node): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
