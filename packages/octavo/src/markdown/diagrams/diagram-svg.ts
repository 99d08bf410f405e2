import { htmlToHast } from 'satteri';
import { element, find } from '../tree.ts';
import { cleanDrawing } from './clean-drawing.ts';

/**
 * Returns the drawing of Mermaid for a page: only what draws something, in the colors of
 * src/styles/content/diagrams.css, with ids that begin with `id`, and with its names.
 */
export function diagramSvg(
  source: string,
  id: string,
  { title, description }: { title: string; description: string | undefined },
) {
  const drawing = find(htmlToHast(source, { fragment: true }), 'svg')[0]!;
  const { properties: own, children } = cleanDrawing(drawing);
  const names = [element('title', { id: `${id}-title` }, [title])];
  if (description !== undefined) names.push(element('desc', { id: `${id}-desc` }, [description]));
  const [x = 0, y = 0, width = 1, height = 1] = String(drawing.properties['viewBox'])
    .split(/[\s,]+/)
    .map(Number);
  const size = sizeOf(width);
  const least =
    size > COLUMN ? size : (LEAST.findLast((step) => step <= SMALLEST * (width / 16)) ?? 0);
  const properties = {
    ...own,
    viewBox: [x, y, width, height].map(rounded).join(' '),
    width: `${rounded(size)}rem`,
    height: `${rounded((size * height) / width)}rem`,
    ...(least > 0 && { className: [least === size ? 'unscaled' : `least-${least}`] }),
    role: 'img',
    ariaLabelledBy: names.map((name) => String(name.properties['id'])),
  };
  return {
    svg: element('svg', properties, [...names, ...children]),
    /** True where it may be wider than a small screen, even as small as it may become. */
    scrolls: least > NARROW,
  };
}

/** Rounds a number to two decimals. */
function rounded(number: number): number {
  return Math.round(number * 100) / 100;
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
