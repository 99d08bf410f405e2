import { toHtml } from 'hast-util-to-html';
import { htmlToHast, type HastNode } from 'satteri';
import { attribute, find, hasClass, type Element } from '../tree.ts';
import { PALETTE } from './mermaid-config.ts';

/** The id of the figure of a diagram, and in it that of its drawing. */
const FIGURE = /^(diagram-\d+)-figure$/;

/** Returns the id of the drawing in the figure of a diagram; `undefined` for another element. */
export function diagramId(node: Element): string | undefined {
  if (node.tagName !== 'figure' || !hasClass(node, 'diagram') || !find(node, 'svg')[0])
    return undefined;
  return FIGURE.exec(attribute(node, 'id') ?? '')?.[1];
}

/** Returns the ids of the drawings in an article; `undefined` where it has none. */
export function diagramIds(tree: HastNode): string[] | undefined {
  const ids = find(tree, 'figure').flatMap((figure) => diagramId(figure) ?? []);
  return ids.length === 0 ? undefined : ids;
}

/** Returns the size of a drawing on its page in pixels, without the limits of a screen. */
export function drawingSize({ properties }: Element): { width: number; height: number } {
  const pixels = (name: string) => Math.round(16 * Number.parseFloat(String(properties[name])));
  return { width: pixels('width'), height: pixels('height') };
}

/** Returns a drawing of an article as PNG, for readers without SVG; its text is in a font of the machine. */
export async function drawingPng(html: string, id: string): Promise<Uint8Array> {
  const figures = find(htmlToHast(html, { fragment: true }), 'figure');
  const figure = figures.find((one) => diagramId(one) === id)!;
  const svg = find(figure, 'svg')[0]!;
  const { width, height } = drawingSize(svg);
  const fontFamily = hasClass(figure, 'recording') ? 'monospace' : 'sans-serif';
  const properties = { ...svg.properties, xmlns: SVG, width, height, fontFamily };
  const source = toHtml({ ...svg, properties }, { space: 'svg' });
  // The colors of the page are variables, with those of other places behind them. XML allows no `]]>`.
  const colored = source.replace(/var\(--[\w-]+,\s*(#\w+)\)/g, '$1').replaceAll(']]>', ']]&gt;');
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(colored), { density: 2 * 72 })
    .flatten({ background: PALETTE.ground })
    .png({ palette: true })
    .toBuffer();
}

const SVG = 'http://www.w3.org/2000/svg';
