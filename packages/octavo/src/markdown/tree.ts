import type { Custom, HastNode, HastVisitorContext, MdastNode } from 'satteri';

export type Element = Extract<HastNode, { type: 'element' }>;
/** An element of HTML, or one of JSX. */
export type AnyElement = Extract<
  HastNode,
  { type: 'element' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }
>;
export type Parent = Extract<HastNode, { type: 'root' | 'element' }>;
export type Node = Element['children'][number];
export type Properties = Element['properties'];

/** Returns an element; a string among its children is a text. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: readonly (Node | string)[] = [],
): Element {
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  return { type: 'element', tagName, properties, children: nodes };
}

export function text(value: string): Node {
  return { type: 'text', value };
}

/** Returns an element as a node of Markdown that becomes this element. */
export function markdownOf({ tagName, properties, children }: Element): Custom {
  const nodes = children.map((child) =>
    isElement(child) ? markdownOf(child) : { type: 'octavo-text', value: textOf(child) },
  );
  return markdownElement(tagName, properties, nodes);
}

/** Returns a node of Markdown that becomes an element. */
export function markdownElement(
  hName: string,
  hProperties: Properties,
  children: (MdastNode | Custom)[],
): Custom {
  return { type: 'octavo-element', data: { hName, hProperties }, children };
}

export function childrenOf(node: HastNode): HastNode[] {
  return 'children' in node ? (node.children as HastNode[]) : [];
}

/** Returns a node and all nodes in it, in order, added to others. */
export function nodesOf(node: HastNode, nodes: HastNode[] = []): HastNode[] {
  nodes.push(node);
  for (const child of childrenOf(node)) nodesOf(child, nodes);
  return nodes;
}

/** Returns the nodes that a node is in, the innermost first. */
export function ancestorsOf(
  node: Readonly<HastNode>,
  ctx: HastVisitorContext,
): Readonly<HastNode>[] {
  const parent = ctx.parent(node);
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, ctx)];
}

/** Returns the name of an element, or of a component or an element of JSX. */
export function nameOf(node: Readonly<HastNode> | undefined): string | undefined {
  if (node?.type === 'element') return node.tagName;
  return node && 'name' in node ? (node.name ?? undefined) : undefined;
}

/** Returns the value of an attribute of an element, in JSX too; code is an object. */
export function valueOf(node: Readonly<HastNode>, name: string): unknown {
  if (node.type === 'element') return node.properties[name];
  if (!('attributes' in node)) return undefined;
  return node.attributes.find((attribute) => 'name' in attribute && attribute.name === name)?.value;
}

/** Returns the attributes of an element, in JSX too; code is an object, and a spread has no name. */
export function attributesOf(node: Readonly<HastNode>): [name: string, value: unknown][] {
  if (node.type === 'element') return Object.entries(node.properties);
  if (!('attributes' in node)) return [];
  return node.attributes.map((attribute) =>
    'name' in attribute ? [attribute.name, attribute.value ?? true] : ['', attribute],
  );
}

/** Returns all text in a node, without that of nodes that are skipped. */
export function textOf(node: HastNode, isSkipped?: (node: HastNode) => boolean): string {
  if (node.type === 'text') return node.value;
  if (isSkipped?.(node)) return '';
  let text = '';
  for (const child of childrenOf(node)) text += textOf(child, isSkipped);
  return text;
}

/** True for an element, with names for one of these. */
export function isElement(
  node: Readonly<HastNode> | undefined,
  ...names: string[]
): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** True for an element in a line of text; a component within a line is one, whatever its name. */
export function isInline(node: HastNode): boolean {
  return node.type === 'mdxJsxTextElement' || (node.type === 'element' && INLINE.has(node.tagName));
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark picture q s samp small source span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export function hasClass(node: Readonly<HastNode>, name: string): boolean {
  const names = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(names) ? names.includes(name) : names === name;
}

/** True for code between braces in MDX. */
export function isExpression<Any extends { type: string }>(
  node: Any,
): node is Extract<Any, { type: 'mdxFlowExpression' | 'mdxTextExpression' }> {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

/** Returns the elements of the given names in a node, in order, those within another left out. */
export function find(node: HastNode, ...names: string[]): Element[] {
  return childrenOf(node).flatMap((child) =>
    isElement(child, ...names) ? [child] : find(child, ...names),
  );
}

/** Returns the value of an attribute that is not blank. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
