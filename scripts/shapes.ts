// The shapes that scripts/pictures.ts draws with, as SVG.

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const INK = '#22313f';
export const PAPER = '#f3eee3';
export const SHEET = '#fffdf8';
export const LINES = '#c9c1af';
export const RED = '#c4452d';

/** Returns a line through the points; the dashes are those of SVG, `none` for a solid line. */
export function fold(points: Point[], dashes: string, ink = INK): string {
  return line(points, `stroke="${ink}" stroke-width="2" stroke-dasharray="${dashes}"`);
}

/** Returns a line through the points, with the stroke in attributes of SVG. */
export function line(points: Point[], stroke: string): string {
  const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
  return `<polyline points="${path}" fill="none" ${stroke}/>`;
}

export function rect({ x, y }: Point, { width, height }: Size, color: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`;
}

export function outline({ x, y }: Point, { width, height }: Size, ink = INK): string {
  const box = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  return `<rect ${box} fill="none" stroke="${ink}" stroke-width="2"/>`;
}

/** Returns the drawing, turned around the middle of its page. */
export function upsideDown(drawing: string, corner: Point, page: Size): string {
  const x = corner.x + page.width / 2;
  const y = corner.y + page.height / 2;
  return `<g transform="rotate(180 ${x} ${y})">${drawing}</g>`;
}

/** Returns a picture of the shapes, the later ones above the earlier. */
export function svg({ width, height }: Size, shapes: string[], paper = PAPER): string {
  const ground = rect({ x: 0, y: 0 }, { width, height }, paper);
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${shapes.join('')}</svg>`;
}
