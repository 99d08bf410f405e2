import colorString from 'color-string';
import { htmlToHast } from 'satteri';
import {
  element,
  hasClass,
  isElement,
  nodesOf,
  text,
  textOf,
  valueOf,
  type Element,
  type Node,
  type Properties,
} from '../tree.ts';
import { PALETTE } from './mermaid-config.ts';

const GROUPS = ['g', 'switch', 'a'];
const TEXT = ['text', 'tspan'];
const PAINT = ['linearGradient', 'marker'];
const SHAPES = ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect', 'stop'];
const ELEMENTS = new Set([...GROUPS, ...TEXT, ...PAINT, ...SHAPES, 'defs']);

/** The attributes that draw something, as hast names them. */
const PROPERTIES = new Set(
  `id x y x1 y1 x2 y2 cx cy r rx ry dx dy width height d points transform viewBox offset orient
  refX refY markerWidth markerHeight markerUnits gradientUnits markerStart markerEnd
  dominantBaseline fill fillOpacity fontSize fontStyle fontWeight opacity paintOrder
  stopColor stroke strokeDashArray strokeLineCap strokeLineJoin strokeOpacity strokeWidth textAnchor
  textDecoration visibility`.split(/\s+/),
);

/** Returns a drawing without what draws nothing, in the colors of the page. */
export function cleanDrawing(drawing: Element) {
  return {
    properties: cleanProperties(drawing),
    children: drawing.children.flatMap((child) => cleaned(child)),
  };
}

/** Returns a node for a page; `around` is the color of text on a shape that the author filled. */
function cleaned(node: Node, around?: string): Node[] {
  if (node.type === 'text') return textNodes(node.value);
  if (!isElement(node) || !isDrawn(node)) return [];
  const ink = inkOn(node) ?? around;
  const children = node.children.flatMap((child) => cleaned(child, ink));
  if (children.length === 0 && !SHAPES.includes(node.tagName)) return [];
  const properties = cleanProperties(node);
  if (node.tagName === 'text' && ink) properties['fill'] = ink;
  const name = GROUPS.includes(node.tagName) ? 'g' : node.tagName;
  const isBare = Object.keys(properties).length === 0;
  return isBare && ['g', 'tspan'].includes(name) ? children : [element(name, properties, children)];
}

/** Returns a text without what Mermaid leaves in it: tags, and character references. */
function textNodes(value: string): Node[] {
  if (/^\s*(?:<\/?[a-z][^>]*>)?\s*$/i.test(value)) return [];
  return [text(textOf(htmlToHast(value.replaceAll('<', '&lt;'), { fragment: true })))];
}

function isDrawn({ tagName, properties }: Element): boolean {
  // Without a size it stands for a label that is not there.
  if (tagName === 'rect') return Number(properties['width']) > 0;
  // Only nodes that are referred to keep an id.
  if (PAINT.includes(tagName)) return properties['id'] !== undefined;
  return ELEMENTS.has(tagName);
}

/** Returns the color of text that can be read on the author's color of a node, in any theme. */
function inkOn(node: Element): string | undefined {
  if (!hasClass(node, 'node')) return undefined;
  const fill = nodesOf(node)
    .map((one) => !isElement(one, ...TEXT) && valueOf(one, 'fill'))
    .find(Boolean);
  const color = themeColor(fill) ? null : colorString.get.rgb(String(fill));
  if (!color) return undefined;
  const [red = 0, green = 0, blue = 0] = color;
  return 0.3 * red + 0.59 * green + 0.11 * blue > 140 ? '#000' : '#fff';
}

function cleanProperties({ properties }: Element): Properties {
  const drawing = Object.entries(properties).filter(
    ([name, value]) => PROPERTIES.has(name) && !FOREIGN.test(String(value)),
  );
  return Object.fromEntries(drawing.map(([name, value]) => [name, themeColor(value) ?? value]));
}

/** A reference to another file. */
const FOREIGN = /url\((?!["']?#)/;

/** The colors of Mermaid's theme as variables of the page, with values for feed readers. */
const VARIABLES = new Map(
  Object.entries(PALETTE).map(([name, color]): [string, string] => [
    color,
    `var(--diagram-${name},${color})`,
  ]),
);

function themeColor(value: unknown): string | undefined {
  const [red = 0, green = 0, blue = 0] = colorString.get.rgb(String(value)) ?? [];
  return VARIABLES.get(colorString.to.hex(red, green, blue)!.toLowerCase());
}
