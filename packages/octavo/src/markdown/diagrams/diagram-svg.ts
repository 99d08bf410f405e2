import { htmlToHast, type HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;
type Child = Element['children'][number];

/** What a diagram is called, and what is said of it to those who do not see it. */
interface Names {
  title: string;
  description: string | undefined;
}

/** A diagram to be put into a page. */
export interface DiagramSvg {
  svg: Element;
  /** True where it may be wider than a small screen, even as small as it may become. */
  scrolls: boolean;
}

/**
 * Returns beautiful-mermaid's SVG as the page can have it: without style and fonts of its own, in
 * the colours of src/styles/content/diagrams.css, its ids beginning with `id`, and with its names.
 */
export function diagramSvg(source: string, id: string, { title, description }: Names): DiagramSvg {
  const root = htmlToHast(source, { fragment: true }) as { children: Element[] };
  const drawing = root.children.find(({ tagName }) => tagName === 'svg')!;
  const children = withoutDots(drawing.children.flatMap((child) => cleaned(child, id)));
  const names = [textElement('title', `${id}-title`, title)];
  if (description !== undefined) names.push(textElement('desc', `${id}-desc`, description));
  const { x, y, width, height } = extent(String(drawing.properties['viewBox']), children);
  const size = sizeOf(width);
  const least =
    size > COLUMN ? size : (LEAST.findLast((step) => step <= SMALLEST * (width / 16)) ?? 0);
  const properties = {
    viewBox: [x, y, width, height].map(rounded).join(' '),
    width: `${rounded(size)}rem`,
    height: `${rounded((size * height) / width)}rem`,
    ...(least > 0 && { className: [least === size ? 'unscaled' : `least-${least}`] }),
    role: 'img',
    ariaLabelledBy: names.map((name) => String(name.properties['id'])),
  };
  return {
    svg: { ...drawing, properties, children: [...names, ...children] },
    scrolls: least > NARROW,
  };
}

/** Returns the part of a drawing that has something in it; a chart fills its own. */
function extent(viewBox: string, children: Child[]) {
  const [left = 0, top = 0, wide = 0, high = 0] = viewBox.split(/\s+/).map(Number);
  const corners = children.flatMap(cornersOf);
  const isChart = children.some(isDot);
  if (isChart || corners.length === 0) return { x: left, y: top, width: wide, height: high };
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y };
}

/** Room for half of a line's width, and for the head of an arrow. */
const MARGIN = 4;

type Corner = [x: number, y: number];

/** Returns points that a shape lies between. */
function cornersOf(node: Child): Corner[] {
  if (node.type !== 'element' || node.tagName === 'defs') return [];
  const shape = SHAPES[node.tagName];
  if (shape) return shape(node, (name) => Number(node.properties[name] ?? 0));
  const { transform } = node.properties;
  if (typeof transform !== 'string') return node.children.flatMap(cornersOf);
  // A person in a sequence: 24 units, half as large again.
  const [x = 0, y = 0] = (transform.match(/[\d.-]+/g) ?? []).map(Number);
  return boxed(x, y, 36, 36);
}

type Shape = (node: Element, value: (name: string) => number) => Corner[];

const SHAPES: Record<string, Shape> = {
  rect: (_, value) => boxed(value('x'), value('y'), value('width'), value('height')),
  line: (_, value) => [
    [value('x1'), value('y1')],
    [value('x2'), value('y2')],
  ],
  circle: (_, value) => around(value('cx'), value('cy'), value('r'), value('r')),
  ellipse: (_, value) => around(value('cx'), value('cy'), value('rx'), value('ry')),
  polygon: pointsOf,
  polyline: pointsOf,
  text: (node, value) => textCorners(node, value('x'), value('y'), value('fontSize')),
};

function boxed(x: number, y: number, width: number, height: number): Corner[] {
  return [
    [x, y],
    [x + width, y + height],
  ];
}

function around(x: number, y: number, rx: number, ry: number): Corner[] {
  return boxed(x - rx, y - ry, 2 * rx, 2 * ry);
}

function pointsOf({ properties }: Element): Corner[] {
  const points = String(properties['points']).split(' ');
  return points.map((point) => point.split(',').map(Number) as Corner);
}

function textCorners(node: Element, x: number, y: number, size: number): Corner[] {
  const lines = node.children.filter(({ type }) => type === 'element');
  const characters = textOf(node).length / Math.max(1, lines.length);
  const [width, anchor] = [0.6 * size * characters, node.properties['textAnchor']];
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return [
    [left, y - size],
    [left + width, y + size],
  ];
}

function textOf(node: Child): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Child)).join('') : '';
}

/** The column of an article, in rem. */
const COLUMN = 36;

/** How small a drawing may become; its text is then of 10 pixels. */
const SMALLEST = 0.75;

/**
 * Returns the width, in rem, that a drawing of so many pixels gets: its text in the size of the
 * page's where there is room, and smaller where there is none.
 */
function sizeOf(pixels: number): number {
  const drawn = pixels / 16;
  return Math.max(SMALLEST * drawn, Math.min(1.15 * drawn, COLUMN));
}

/** Below these widths, in rem, a drawing of up to a column does not shrink (src/styles/content/diagrams.css). */
const LEAST = [16, 20, 24, 28, 32];

/** In rem: what fits into a column of 280 pixels, the narrowest. */
const NARROW = 17.5;

function textElement(tagName: string, id: string, value: string): Element {
  return { type: 'element', tagName, properties: { id }, children: [{ type: 'text', value }] };
}

/** Returns a node of the drawing without what the page has no use for; nothing for a style. */
function cleaned(node: Child, id: string, ink?: string): Child[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node];
  if (node.type !== 'element' || node.tagName === 'style') return [];
  const own = inkOn(node) ?? ink;
  const inside = node.children.flatMap((child) => cleaned(child, id, own));
  if (inside.length === 0 && CONTAINERS.has(node.tagName)) return [];
  const properties = propertiesOf(node, id, ink);
  if (node.tagName === 'g' && Object.keys(properties).length === 0) return inside;
  return [{ ...node, properties, children: inside } as Element];
}

function propertiesOf(node: Element, id: string, ink: string | undefined): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(node.properties)) {
    const kept = property(name, value, id);
    if (kept !== undefined) properties[name] = kept;
  }
  if (ink && properties['fill'] === COLOURS['text']) properties['fill'] = ink;
  return properties;
}

/** Returns the colour of text that can be read on what the author fills a node with, in any theme. */
function inkOn({ properties, children }: Element): string | undefined {
  if (properties['className'] === undefined) return undefined;
  const shape = children.find((child) => child.type === 'element');
  const [, hex = ''] = /^#([\da-f]{3,6})/i.exec(String(shape?.properties['fill'])) ?? [];
  const digits = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex;
  const [red, green, blue] = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return 0.3 * red + 0.59 * green + 0.11 * blue > 140 ? '#000' : '#fff';
}

const CONTAINERS = new Set(['g', 'defs']);

function property(name: string, value: unknown, id: string): Element['properties'][string] {
  if (name === 'style' || name.startsWith('data') || name.startsWith('on')) return undefined;
  if (name === 'className') return classes([value].flat().map(String));
  const text = [value].flat().join(' ');
  if (name === 'id') return `${id}-${text}`;
  if (/^r[xy]$/.test(name) && Number(text) === 0) return undefined;
  return text
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/var\(--(?:_)?([\w-]+)\)/g, (all, variable: string) => COLOURS[variable] ?? all)
    .replace(/-?\d+\.\d{2,}/g, (number) => String(rounded(Number(number))));
}

/** Classes that src/styles/content/diagrams.css knows. */
function classes(names: string[]): string[] | undefined {
  const kept = names.flatMap((name) => {
    if (name === 'mono') return 'diagram-code';
    return name.startsWith('xychart-') ? name.replace('xychart', 'chart') : [];
  });
  return kept.length > 0 ? kept : undefined;
}

/**
 * The colours of src/styles/content/diagrams.css for those of beautiful-mermaid, each with one for where
 * that file does not reach: feed readers.
 */
const COLOURS: Record<string, string> = {
  bg: 'var(--diagram-ground,#fff)',
  text: 'var(--diagram-ink,#1d1f22)',
  'text-sec': 'var(--diagram-ink,#1d1f22)',
  'text-muted': 'var(--diagram-soft,#5c6066)',
  'text-faint': 'var(--diagram-soft,#5c6066)',
  line: 'var(--diagram-line,#777)',
  arrow: 'var(--diagram-line,#777)',
  'node-fill': 'var(--diagram-box,#f4f4f1)',
  'node-stroke': 'var(--diagram-edge,#aaa)',
  'group-fill': 'none',
  'group-hdr': 'var(--diagram-head,#e9e9e5)',
  'inner-stroke': 'var(--diagram-rule,#e2e2dd)',
  'key-badge': 'var(--diagram-head,#e9e9e5)',
};

/** A chart's ground is some hundred dots, 30 KB of them: a dotted line for each row is the same. */
function withoutDots(nodes: Child[]): Child[] {
  const rows = Map.groupBy(nodes.filter(isDot), ({ properties }) => String(properties['cy']));
  const lines = [...rows].map(([y, dots]): Element => {
    const xs = dots.map(({ properties }) => Number(properties['cx']));
    const properties = {
      d: `M${Math.min(...xs)} ${y}H${Math.max(...xs)}`,
      className: ['chart-grid'],
    };
    return { type: 'element', tagName: 'path', properties, children: [] };
  });
  return [...lines, ...nodes.filter((node) => !isDot(node))];
}

function isDot(node: Child): node is Element {
  return node.type === 'element' && [node.properties['className']].flat().includes('chart-grid');
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
