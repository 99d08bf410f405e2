import type { MdastNode } from 'satteri';
import type { Edit } from 'octavo/internal/html/edits';
import { descendantsOf } from 'octavo/internal/markdown/syntax';
import { placeOf } from '../../text/goldmark.ts';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import type { Written } from './attribute-list.ts';

type Image = Extract<MdastNode, { type: 'image' }>;

/** Returns the edits that remove attributes within lines; pictures keep a width. */
export function imageEdits(tree: MdastNode, spans: readonly Written[]): Edit[] {
  if (spans.length === 0) return [];
  const images = descendantsOf(tree).filter((node): node is Image => node.type === 'image');
  const byEnd = new Map(images.map((image) => [placeOf(image)[1], image]));
  const isLight = spans.some(
    ({ list, start }) => list.classes.includes('light') && byEnd.has(start),
  );
  return spans.map((span): Edit => {
    const image = byEnd.get(span.start);
    if (!image) return { start: span.start, end: span.end, text: '' };
    const [start] = placeOf(image);
    // The one for the dark theme stands beside the one for the light theme.
    if (isLight && span.list.classes.includes('dark')) return { start, end: span.end, text: '' };
    const width = widthOf(span);
    if (width === undefined) return { start: span.start, end: span.end, text: '' };
    const alt = escapeHtml(image.alt ?? '');
    const html = `<img src="${escapeHtml(image.url)}" alt="${alt}" width="${width}" />`;
    return { start, end: span.end, text: html };
  });
}

/** Returns a width in pixels; with a height it is the size of the file, as some themes want it. */
function widthOf({ list: { values } }: Written): number | undefined {
  const [, width] = /^(\d+)(?:px)?$/.exec(values.get('width') ?? values.get('w') ?? '') ?? [];
  const hasHeight = values.has('height') || values.has('h');
  return width === undefined || hasHeight ? undefined : Number(width);
}
