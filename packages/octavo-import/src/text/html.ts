import { escapeHtml } from 'octavo/internal/html/escape-html';
import { edited, type Edit } from 'octavo/internal/html/edits';
import { fileName, isElsewhere, linkAddress, pictureAddress } from './addresses.ts';
import type { Conversion } from './conversion.ts';
import { escapedMarkdown, link, writtenAddress } from './written.ts';

/** Returns raw HTML that was taken out of its text, as Octavo wants it; `offset` is its place. */
export function convertHtml(html: string, offset: number, conversion: Conversion): string {
  const frames = replaceFrames(html, offset, conversion);
  noteRefused(html, () => offset, frames, conversion);
  const addresses = [...html.matchAll(ADDRESS)].flatMap((match): Edit[] => {
    const [, double, single] = match;
    const address = double ?? single ?? '';
    const start = match.index + match[0].lastIndexOf(address);
    const text = htmlAddress(html.slice(0, start), address, offset, conversion);
    return text === undefined ? [] : [{ start, end: start + address.length, text }];
  });
  const texts = imagesWithoutAlt(html).map((at) => ({ start: at, end: at, text: ' alt=""' }));
  for (const { start } of texts) conversion.withoutText(offset + start);
  return edited(html, [...frames, ...addresses, ...texts])
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ADDRESS = /(?<=<[a-z][^<>]*\s)(?:src|href|poster)=(?:"([^"]+)"|'([^']+)')/gi;

/**
 * Returns what the address in an attribute becomes; `undefined` where it stays, as those of scripts
 * and frames do. `before` is the HTML that stands before it.
 */
export function htmlAddress(
  before: string,
  address: string,
  offset: number,
  conversion: Conversion,
): string | undefined {
  const [, element = '', attribute = ''] =
    /<([a-z][\w-]*)[^<>]*?\s([a-z]+)=["']$/i.exec(before.slice(before.lastIndexOf('<'))) ?? [];
  const isLink = attribute.toLowerCase() === 'href';
  if (!isLink && !MEDIA_ELEMENTS.has(element.toLowerCase())) return undefined;
  const found = isLink
    ? linkAddress(address, conversion)
    : pictureAddress(address, offset, conversion);
  return found === undefined ? undefined : escapeHtml(found);
}

/** Returns where in HTML an `alt` is wanted: behind the name of each picture that has none. */
export function imagesWithoutAlt(html: string): number[] {
  return [...html.matchAll(/<img(?=[\s/>])(?![^>]*\salt\b)/gi)].map(({ index }) => index + 4);
}

const MEDIA_ELEMENTS = new Set(['img', 'video', 'audio', 'source', 'track']);

/** An element of another site that shows a film, or a file as the text of a script. */
const FRAME = /<iframe\b([^>]*)>(?:[^<]*<\/iframe\s*>)?/gi;
const GIST =
  /<script\b[^>]*\bsrc=["']?(https:\/\/gist\.github\.com\/[^"'\s>?]+?)(?:\.js)?(?:\?[^"'\s>]*)?(?=["'\s>])[^>]*>\s*<\/script\s*>/gi;
const MEDIA = /<(video|audio)\b([^>]*)>((?:[^<]|<\/?(?:source|p|a|code)\b[^>]*>)*)<\/\1\s*>/gi;

/**
 * Returns what takes the place of a film, gist or player that HTML within a line begins with, by
 * offsets in the HTML.
 */
export function replaceFirstFrame(
  html: string,
  offset: number,
  conversion: Conversion,
): Edit | undefined {
  if (!/^<(?:iframe|script|video|audio)\b/i.test(html)) return undefined;
  const first = replaceFrames(html, offset, conversion).find(({ start }) => start === 0);
  return first && { ...first, text: first.text.trim() };
}

/** Returns what takes the place of films, gists and players, by offsets in the HTML. */
export function replaceFrames(html: string, offset: number, conversion: Conversion): Edit[] {
  const edits: Edit[] = [];
  const replace = (match: RegExpExecArray, markdown: string) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const isWhole = html.trim() === match[0];
    const before = isWhole || /\n[ \t]*\n$/.test(html.slice(0, start)) ? '' : '\n\n';
    const after = isWhole ? '' : '\n\n';
    edits.push({ start, end, text: `${before}${markdown}${after}` });
  };
  for (const match of html.matchAll(FRAME)) {
    const film = filmOf(attribute(match[1]!, 'src') ?? '');
    if (film !== undefined) replace(match, link(film, attribute(match[1]!, 'title')));
  }
  for (const match of html.matchAll(GIST)) replace(match, link(match[1]!));
  for (const match of html.matchAll(MEDIA)) {
    const player = playerOf(match, offset, conversion);
    if (player !== undefined) replace(match, player);
  }
  return edits;
}

/**
 * Returns what takes the place of a player: the picture that is Octavo's, or a link to a film of
 * another site whose poster is beside the text; `undefined` for another player.
 */
function playerOf(
  { index, 2: own = '', 3: inside = '' }: RegExpExecArray,
  offset: number,
  conversion: Conversion,
): string | undefined {
  const src = attribute(own, 'src') ?? attribute(sourceIn(inside), 'src');
  if (src === undefined) return undefined;
  const title = attribute(own, 'title') ?? attribute(own, 'aria-label');
  // A file that is missing beside the text is one to find, in any form.
  const file = conversion.around.resource(src) ?? (isBesideText(src) ? src : undefined);
  if (!file) return isBesideText(attribute(own, 'poster')) ? link(src, title) : undefined;
  if (title === undefined) {
    const message = `${src}: the file name is used as alternative text; describe it`;
    conversion.note(offset + index, 'info', message);
  }
  return `![${escapedMarkdown(title ?? fileName(src))}](${writtenAddress(file)})`;
}

/** Returns the attributes of the first source in a player. */
function sourceIn(inside: string): string {
  return /<source\b([^>]*)>/i.exec(inside)?.[1] ?? '';
}

/** True for an address from the text's own folder; a player in HTML cannot have such a file. */
function isBesideText(address: string | undefined): boolean {
  return address !== undefined && !isElsewhere(address) && !address.startsWith('/');
}

/** Returns where a film is watched, by the address of its frame. */
function filmOf(src: string): string | undefined {
  const address = src.replaceAll('&amp;', '&').replace(/^\/\//, 'https://');
  const [, id, query = ''] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)(?:\?(.*))?$/.exec(address) ??
    [];
  if (id !== undefined) {
    const [, start] = /(?:^|&)start=(\d+)/.exec(query) ?? [];
    return `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`;
  }
  const [, vimeo] = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(address) ?? [];
  return vimeo === undefined ? undefined : `https://vimeo.com/${vimeo}`;
}

/** Returns the value of an attribute in the inside of a tag. */
function attribute(tag: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const [, ...values] = pattern.exec(tag) ?? [];
  return values.find((value) => value !== undefined);
}

const REFUSED: [RegExp, string][] = [
  [
    /<[a-z][^>]*\sstyle\s*=/gi,
    'HTML: a style attribute has no effect under the policy of the site',
  ],
  [
    /<[a-z][^>]*\son[a-z]+\s*=/gi,
    'HTML: a handler in an attribute never runs under the policy of the site',
  ],
  [/<script[\s>]/gi, 'HTML: a script in a text is not imported'],
  [/<style[\s>]/gi, 'HTML: a style element in a text is not imported'],
  [/<(?:iframe|object|embed)[\s>]/gi, 'HTML: a frame of another site is refused; write a link'],
];

/** Notes what the policy of a page refuses, but for what is replaced. */
export function noteRefused(
  html: string,
  placeOf: (offset: number) => number,
  replaced: readonly Edit[],
  conversion: Conversion,
): void {
  for (const [pattern, message] of REFUSED) {
    for (const { index } of html.matchAll(pattern))
      if (!replaced.some(({ start, end }) => start <= index && index < end))
        conversion.reportOnce(placeOf(index), 'warning', message);
  }
}
