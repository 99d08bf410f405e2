import type { HastNode } from 'satteri';
import type { Settings } from '../../settings/settings.ts';
import type { Strings } from '../../strings/strings.ts';

export type Element = Extract<HastNode, { type: 'element' }>;
export type Parent = Extract<HastNode, { type: 'root' | 'element' }>;
export type Node = Element['children'][number];

/** The article that a rule works on. */
export interface Article {
  /** Returns what a node holds, made portable. */
  inside: (node: Parent) => Node[];
  /** Returns the whole address of the nearest place in the page that has one, at or before here. */
  here: () => string;
  strings: Strings;
  /** The attribute that code needs among text in the language of the site. */
  codeDirection: { dir?: 'ltr' };
}

/** The settings of a site that its feeds depend on. */
export type FeedSite = Pick<Settings, 'direction' | 'language' | 'strings'>;

/** Returns what stands in the place of an element in a feed, or `undefined` where it is not for it. */
export type Rule = (element: Element, article: Article, parent: Parent) => Node[] | undefined;

/** Returns an element. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: (Node | string)[] = [],
): Element {
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  return { type: 'element', tagName, properties, children: nodes };
}

/** Returns a text. */
export function text(value: string): Node {
  return { type: 'text', value };
}

/** Returns all text in a node. */
export function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as HastNode)).join('') : '';
}

/** True for an element of one of the names. */
export function isElement(node: HastNode, ...names: string[]): node is Element {
  return node.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** True for an element that has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) ? names.includes(name) : names === name;
}

/** Returns the elements of the given names in a node, in order, those within another left out. */
export function find(node: HastNode, ...names: string[]): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    isElement(child as HastNode, ...names) ? [child as Element] : find(child as HastNode, ...names),
  );
}

/** Returns an attribute that has a text in it. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Elements that stand in a line, and in which no paragraph can stand. */
const IN_LINE = new Set(
  'a abbr b bdi bdo cite code data del dfn dt em h1 h2 h3 h4 h5 h6 i ins kbd label mark p pre q s samp small span strong sub summary sup time u var'.split(
    ' ',
  ),
);

/** Returns a link: a paragraph of its own where there may be one. */
export function link(href: string, content: string, parent: Parent): Element {
  const anchor = element('a', { href }, [content]);
  return isElement(parent) && IN_LINE.has(parent.tagName) ? anchor : element('p', {}, [anchor]);
}
