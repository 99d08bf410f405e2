import type { MdastNode } from 'satteri';
import type { Edit } from 'octavo/internal/html/edits';
import { descendantsOf } from 'octavo/internal/markdown/syntax';
import { placeOf } from '../../text/goldmark.ts';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import { writtenTitle } from '../../text/written.ts';
import type { Written } from './attribute-list.ts';

type Image = Extract<MdastNode, { type: 'image' }>;

/** Returns the edits that remove attributes within lines; pictures keep a width and a title, links a title. */
export function imageEdits(text: string, tree: MdastNode, spans: readonly Written[]): Edit[] {
  if (spans.length === 0) return [];
  const links = descendantsOf(tree).filter((node) => node.type === 'link');
  const linkEnds = new Map(links.map((link) => [placeOf(link)[1], link]));
  const images = descendantsOf(tree).filter((node): node is Image => node.type === 'image');
  const byEnd = new Map(images.map((image) => [placeOf(image)[1], image]));
  const isLight = spans.some(
    ({ list, start }) => list.classes.includes('light') && byEnd.has(start),
  );
  return spans.map((span): Edit => {
    const image = byEnd.get(span.start);
    const titled = titleEdit(text, image ?? linkEnds.get(span.start), span);
    if (!image) return titled;
    const [start] = placeOf(image);
    // The one for the dark theme stands beside the one for the light theme.
    if (isLight && span.list.classes.includes('dark')) return { start, end: span.end, text: '' };
    const width = widthOf(span);
    if (width === undefined) return titled;
    const alt = escapeHtml(image.alt ?? '');
    const title = image.title ?? span.list.values.get('title');
    const said = title ? ` title="${escapeHtml(title)}"` : '';
    const html = `<img src="${escapeHtml(image.url)}" alt="${alt}"${said} width="${width}" />`;
    return { start, end: span.end, text: html };
  });
}

/** Removes attributes behind a picture or link; a title is written in it, unless it has one. */
function titleEdit(
  text: string,
  node: { title?: string | null } | undefined,
  { start, end, list }: Written,
): Edit {
  const title = list.values.get('title');
  const isFree = title && node && !node.title && text[start - 1] === ')';
  return isFree
    ? { start: start - 1, end, text: ` ${writtenTitle(title)})` }
    : { start, end, text: '' };
}

/** Returns a width in pixels; with a height it is the size of the file, as some themes want it. */
function widthOf({ list: { values } }: Written): number | undefined {
  const [, width] = /^(\d+)(?:px)?$/.exec(values.get('width') ?? values.get('w') ?? '') ?? [];
  const hasHeight = values.has('height') || values.has('h');
  return width === undefined || hasHeight ? undefined : Number(width);
}
