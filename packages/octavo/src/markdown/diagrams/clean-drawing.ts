import colorString from 'color-string';
import { htmlToHast } from 'satteri';
import {
  childrenOf,
  element,
  find,
  hasClass,
  isElement,
  text,
  textOf,
  type Element,
  type Node,
  type Properties,
} from '../tree.ts';
import { PALETTE } from './mermaid-config.ts';
import { withStraightLines } from './straight-lines.ts';

const REFERENCE = /^url\(["']?#([^"')]+)["']?\)$/;

/** Returns the ids that something in a drawing refers to, each with its new one. */
function referencedIds(drawing: Element, id: string): Map<string, string> {
  const all = new Set<string>();
  const visit = (node: Node) => {
    if (!isElement(node)) return;
    for (const value of Object.values(node.properties)) {
      const [, target] = REFERENCE.exec(String(value)) ?? [];
      if (target !== undefined) all.add(target);
    }
    childrenOf(node).forEach((child) => visit(child as Node));
  };
  visit(drawing);
  return new Map([...all].map((one, index) => [one, `${id}-${index + 1}`]));
}

const GROUPS = ['g', 'switch', 'a'];
const TEXT = ['text', 'tspan'];
const PAINT = ['linearGradient', 'marker'];
const SHAPES = ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect', 'stop'];
const ELEMENTS = new Set([...GROUPS, ...TEXT, ...PAINT, ...SHAPES, 'defs']);

/** The attributes that draw something, as hast names them. */
const PROPERTIES = new Set(
  `x y x1 y1 x2 y2 cx cy r rx ry dx dy width height d points transform viewBox offset orient
  refX refY markerWidth markerHeight markerUnits gradientUnits markerStart markerEnd
  dominantBaseline fill fillOpacity fontSize fontStyle fontWeight opacity paintOrder
  stopColor stroke strokeDashArray strokeLineCap strokeLineJoin strokeOpacity strokeWidth textAnchor
  textDecoration visibility`.split(/\s+/),
);

/** Attributes with a value that they have anyway. */
const DEFAULTS =
  /^(?:(?:fontStyle|fontWeight) (?:normal|400)|strokeDashArray (?:0|0,0|1,0)|strokeWidth 1(?:px)?|r[xy] 0)$/;

/** What the nodes in a part of a drawing are made with. */
interface Surroundings {
  ids: ReadonlyMap<string, string>;
  /** The colour of text on what the author fills a shape with. */
  ink?: string | undefined;
}

/** Returns a drawing without what the page has no use for, its ids beginning with `id`. */
export function cleanDrawing(drawing: Element, id: string) {
  const ids = referencedIds(drawing, id);
  return {
    properties: cleanProperties(drawing, { ids }),
    children: drawing.children.flatMap((child) => cleaned(child, { ids })),
  };
}

function cleaned(node: Node, { ids, ink }: Surroundings): Node[] {
  if (node.type === 'text') return textNodes(node.value);
  if (!isElement(node) || !isDrawn(node, ids)) return [];
  const inside = { ids, ink: inkOn(node) ?? ink };
  const children = node.children.flatMap((child) => cleaned(child, inside));
  if (children.length === 0 && !SHAPES.includes(node.tagName)) return [];
  const properties = cleanProperties(node, inside);
  const isGroup = GROUPS.includes(node.tagName);
  const isBare = Object.keys(properties).length === 0;
  if (isBare && (isGroup || node.tagName === 'tspan')) return children;
  return [element(isGroup ? 'g' : node.tagName, properties, children)];
}

/** Returns a text without what Mermaid leaves in it: tags, and character references. */
function textNodes(value: string): Node[] {
  if (/^\s*(?:<\/?[a-z][^>]*>)?\s*$/i.test(value)) return [];
  return [text(textOf(htmlToHast(value.replaceAll('<', '&lt;'), { fragment: true })))];
}

function isDrawn({ tagName, properties }: Element, ids: Surroundings['ids']): boolean {
  // Without a size it stands for a label that is not there.
  if (tagName === 'rect') return Number(properties['width']) > 0;
  if (PAINT.includes(tagName)) return ids.has(String(properties['id']));
  return ELEMENTS.has(tagName);
}

/** Returns the colour of text that can be read on the author's colour of a node, in any theme. */
function inkOn(node: Element): string | undefined {
  const [shape] = hasClass(node, 'node') ? find(node, ...SHAPES) : [];
  const fill = String(shape?.properties['fill']);
  const color = themeColor(fill) ? null : colorString.get.rgb(fill);
  if (!color) return undefined;
  const [red = 0, green = 0, blue = 0] = color;
  return 0.3 * red + 0.59 * green + 0.11 * blue > 140 ? '#000' : '#fff';
}

function cleanProperties(node: Element, surroundings: Surroundings): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    // Mermaid measures circles; the attributes are not valid there.
    if (node.tagName === 'circle' && (name === 'width' || name === 'height')) continue;
    const clean =
      name === 'id'
        ? surroundings.ids.get(String(value))
        : cleanValue(name, String(value), surroundings);
    if (clean !== undefined && !DEFAULTS.test(`${name} ${clean}`)) properties[name] = clean;
  }
  return properties;
}

function cleanValue(name: string, value: string, { ids, ink }: Surroundings): string | undefined {
  if (!PROPERTIES.has(name) || value === '') return undefined;
  if (value.includes('url(')) {
    const id = ids.get(REFERENCE.exec(value)?.[1] ?? '');
    return id && `url(#${id})`;
  }
  const color = themeColor(value);
  if (color !== undefined) return value === PALETTE.ink ? (ink ?? color) : color;
  const short = value.replace(/-?\d+\.\d+/g, (number) => String(rounded(Number(number))));
  return name === 'd' ? withStraightLines(short) : short;
}

/** Rounds a number to two decimals. */
export function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

/** The colours of Mermaid's theme as variables of the page, with values for feed readers. */
const VARIABLES = new Map(
  Object.entries(PALETTE).map(([name, color]): [string, string] => [
    color,
    `var(--diagram-${name},${color})`,
  ]),
);

function themeColor(value: string): string | undefined {
  const [red = 0, green = 0, blue = 0] = colorString.get.rgb(value) ?? [];
  return VARIABLES.get(colorString.to.hex(red, green, blue)!.toLowerCase());
}
