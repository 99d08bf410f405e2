import { htmlToHast, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * What the site makes differently from the specifications on purpose, each with its reason; a
 * rule brings both texts to the same shape. It returns what an element becomes, its children done.
 */
const RULES: [reason: string, rule: (element: Element) => HastNode[] | undefined][] = [
  [
    'a heading has an id, and is a link to itself',
    (element) => {
      if (!/^h[1-6]$/.test(element.tagName)) return undefined;
      const id = element.properties['id'];
      const [link] = element.children;
      const isOwn = link?.type === 'element' && link.properties['href'] === `#${String(id)}`;
      return [{ ...element, properties: {}, children: isOwn ? link.children : element.children }];
    },
  ],
  [
    'code is highlighted, its language known to the build alone; it can be reached by keyboard, and may have a frame',
    (element) => {
      if (element.tagName === 'pre')
        return [{ ...element, properties: {}, children: lines(element) }];
      const pre = element.children.find((child) => isNamed(child as HastNode, 'pre'));
      return isNamed(element, 'figure', 'div') && isCode(pre) ? [pre as HastNode] : undefined;
    },
  ],
  [
    'a picture alone in its paragraph is a figure, and its title the caption',
    (element) => {
      if (element.tagName !== 'figure') return undefined;
      const children = element.children.filter(
        (child) => !isNamed(child as HastNode, 'figcaption'),
      );
      return [{ ...element, tagName: 'p', properties: {}, children }];
    },
  ],
  [
    'pictures are sized and loaded late; their addresses are resolved by Astro',
    (element) => {
      if (element.tagName !== 'img') return undefined;
      return [{ ...element, properties: { alt: element.properties['alt'] ?? '' } }];
    },
  ],
  [
    'scripts and styles have no place under the security policy',
    (element) => (isNamed(element, 'script', 'style') ? [] : undefined),
  ],
  [
    'tables scroll within themselves, their head cells have a scope, alignment is a class',
    (element) => {
      if (isNamed(element, 'th', 'td')) return [{ ...element, properties: {} }];
      if (element.tagName === 'table') return [{ ...element, properties: {} }];
      const [table, ...others] = element.children.filter(({ type }) => type === 'element');
      const holdsTable = table !== undefined && isNamed(table as HastNode, 'table');
      return element.tagName === 'div' && holdsTable && others.length === 0
        ? [table as HastNode]
        : undefined;
    },
  ],
  [
    'task lists have classes, so that they can be styled, and their boxes names',
    (element) => {
      const [box] = element.children;
      if (element.tagName === 'label' && box && isNamed(box as HastNode, 'input'))
        return element.children as HastNode[];
      if (element.tagName === 'input') {
        const { type, checked } = element.properties;
        return [{ ...element, properties: { type, checked: Boolean(checked) } }];
      }
      if (!isNamed(element, 'ul', 'li')) return undefined;
      const { className, ...properties } = element.properties;
      return String(className).includes('task-list') ? [{ ...element, properties }] : undefined;
    },
  ],
];

/** Returns HTML in a form in which only differences that nobody wants are left. */
export function normalise(html: string): string {
  const tree = htmlToHast(html.trim(), { fragment: true });
  return print(children(tree)).trim().replaceAll(KEPT_LINE, '\n').replaceAll(KEPT_SPACE, ' ');
}

/** White space of code, while that of everything else is folded. */
const [KEPT_LINE, KEPT_SPACE] = ['\uE000', '\uE001'];

/** Smart punctuation and the marks that it is made of are the same. */
function plain(text: string): string {
  return text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/…/g, '...');
}

function children(node: HastNode): HastNode[] {
  return 'children' in node ? node.children.flatMap((child) => reshape(child as HastNode)) : [];
}

function reshape(node: HastNode): HastNode[] {
  if (node.type !== 'element') return [node];
  let nodes: HastNode[] = [{ ...node, children: children(node) } as Element];
  for (const [, rule] of RULES)
    nodes = nodes.flatMap((each) => (each.type === 'element' ? (rule(each) ?? [each]) : [each]));
  return nodes;
}

/** Returns what a `pre` holds, as text where it is code. */
function lines(pre: Element): Element['children'] {
  const [code] = pre.children;
  if (!isCode(pre)) return pre.children;
  return [
    { ...(code as Element), properties: {}, children: [{ type: 'text', value: textOf(pre) }] },
  ];
}

function isCode(node: unknown): boolean {
  const pre = node as Element | undefined;
  return (
    pre?.tagName === 'pre' &&
    pre.children[0] !== undefined &&
    isNamed(pre.children[0] as HastNode, 'code')
  );
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as HastNode)).join('') : '';
}

const BLOCKS =
  /^(?:blockquote|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;

function print(nodes: readonly HastNode[], inPre = false): string {
  const texts = nodes.map((node) => {
    if (node.type === 'text') return printText(node.value, inPre);
    if (node.type === 'comment') return `<!--${node.value}-->`;
    return node.type === 'element' ? printElement(node, inPre) : '';
  });
  return texts.join('').replace(/[ \n]*\n[ \n]*/g, '\n');
}

function printText(value: string, inPre: boolean): string {
  return inPre
    ? value.replaceAll('\n', KEPT_LINE).replaceAll(' ', KEPT_SPACE)
    : plain(value).replace(/\s+/g, ' ');
}

function printElement({ tagName, properties, children: inside }: Element, inPre: boolean): string {
  const attributes = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort();
  const text = print(inside as HastNode[], inPre || tagName === 'pre');
  const isBlock = BLOCKS.test(tagName);
  const whole = `<${tagName}${attributes.join('')}>${isBlock ? text.trim() : text}</${tagName}>`;
  return isBlock ? `\n${whole}\n` : whole;
}

function isNamed(node: HastNode, ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}
