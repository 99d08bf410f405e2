import { escapeHtml } from 'octavo/internal/html/escape-html';
import { edited, type Edit } from 'octavo/internal/html/edits';
import { attributeOf, readHtml, type OpeningTag } from 'octavo/internal/html/read-html';
import {
  addressesInTags,
  type SourceAddress,
} from 'octavo/internal/markdown/links/source-addresses';
import { DECORATIVE, isPlayed, kindOf } from 'octavo/internal/markdown/pictures/media';
import { fileName, isElsewhere, linkAddress, pictureAddress } from './addresses.ts';
import type { Conversion } from './conversion.ts';
import { escapedMarkdown, link, writtenAddress } from './written.ts';

/** Returns raw HTML that was taken out of its text, as Octavo wants it; `offset` is its place. */
export function convertHtml(html: string, offset: number, conversion: Conversion): string {
  const { tags } = readHtml(html);
  const frames = replaceFrames(html, tags, offset, conversion);
  noteRefused(tags, () => offset, frames, conversion);
  const addresses = addressesInTags(html, tags).flatMap((found): Edit[] => {
    const text = htmlAddress(found, offset, conversion);
    const { start, address } = found;
    return text === undefined ? [] : [{ start, end: start + address.length, text }];
  });
  const texts = imagesWithoutAlt(tags).map((at) => ({ start: at, end: at, text: ' alt=""' }));
  for (const { start } of texts) conversion.withoutText(offset + start);
  return edited(html, [...frames, ...addresses, ...texts])
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Returns what the address in an attribute becomes; `undefined` where it stays, as those of scripts
 * and frames do.
 */
export function htmlAddress(
  { address, element = '', attribute }: SourceAddress,
  offset: number,
  conversion: Conversion,
): string | undefined {
  const isLink = attribute === 'href';
  if (!isLink && !MEDIA_ELEMENTS.has(element)) return undefined;
  // Only the `src` of a picture can be a file beside the text.
  const isPicture = element === 'img' && attribute === 'src';
  const found =
    (isPicture ? undefined : linkAddress(address, conversion)) ??
    (isLink ? undefined : pictureAddress(address, offset, conversion));
  // Without quotation marks, white space would end the attribute.
  return found === undefined ? undefined : escapeHtml(found).replace(/\s/g, encodeURIComponent);
}

/** Returns where in HTML an `alt` is wanted: behind the name of each picture that has none. */
export function imagesWithoutAlt(tags: readonly OpeningTag[]): number[] {
  return tags
    .filter((tag) => tag.name === 'img' && attributeOf(tag, 'alt') === undefined)
    .map(({ start, attributes: [first] }) => first?.start ?? start + '<img'.length);
}

const MEDIA_ELEMENTS = new Set(['img', 'video', 'audio', 'source', 'track']);

/** Returns what takes the place of films, gists and players, by offsets in the HTML. */
export function replaceFrames(
  html: string,
  tags: readonly OpeningTag[],
  offset: number,
  conversion: Conversion,
): Edit[] {
  return tags.flatMap((tag): Edit[] => {
    const markdown = FRAMES.get(tag.name)?.(tag, conversion, tags, offset);
    if (markdown === undefined) return [];
    const { start, end = tagEnd(html, tag) } = tag;
    const isWhole = html.trim() === html.slice(start, end);
    const before = isWhole || /\n[ \t]*\n$/.test(html.slice(0, start)) ? '' : '\n\n';
    const after = isWhole ? '' : '\n\n';
    return [{ start, end, text: `${before}${markdown}${after}` }];
  });
}

/** Returns what takes the place of a film, gist or player that begins a part of a line. */
export function replaceFirstFrame(
  part: string,
  first: OpeningTag | undefined,
  offset: number,
  conversion: Conversion,
): Edit[] {
  if (!first || !FRAMES.has(first.name)) return [];
  return replaceFrames(part, readHtml(part).tags, offset, conversion)
    .filter(({ start }) => start === 0)
    .map((edit) => ({ ...edit, text: edit.text.trim() }));
}

/** Returns the offset behind an opening tag. */
export function tagEnd(html: string, { start, attributes }: OpeningTag): number {
  return html.indexOf('>', attributes.at(-1)?.end ?? start) + 1 || html.length;
}

type FrameConverter = (
  tag: OpeningTag,
  conversion: Conversion,
  tags: readonly OpeningTag[],
  offset: number,
) => string | undefined;

/** Return the Markdown for a frame by the name of its element; `undefined` where it stays. */
const FRAMES: ReadonlyMap<string, FrameConverter> = new Map([
  ['iframe', frameLink],
  ['embed', frameLink],
  ['object', objectLink],
  ['script', scriptLink],
  ['video', playerOf],
  ['audio', playerOf],
]);

/** Returns what takes the place of a frame: a picture, or a link to the film or page, by the name of its host. */
function frameLink(
  tag: OpeningTag,
  conversion: Conversion,
  _: readonly OpeningTag[],
  offset: number,
): string | undefined {
  return shownInFrame(attributeOf(tag, 'src'), attributeOf(tag, 'title'), {
    conversion,
    at: offset + tag.start,
  });
}

interface Place {
  conversion: Conversion;
  at: number;
}

function shownInFrame(
  src: string | undefined,
  title: string | undefined,
  { conversion, at }: Place,
): string | undefined {
  const address = ofHttps(src);
  if (kindOf(address) !== undefined && !isPlayed(address))
    return pictureIn(address, title, { conversion, at });
  const url = URL.parse(address, 'https://relative.example/');
  if (address === '' || !url || !/^https?:$/.test(url.protocol)) return undefined;
  const film = filmOf(address);
  if (film !== undefined) return link(film, title);
  const name = URL.canParse(address) ? url.host : address;
  return link(linkAddress(address, conversion) ?? address, title ?? name);
}

function pictureIn(address: string, alt = '', { conversion, at }: Place): string {
  if (alt === '') conversion.withoutText(at);
  const target = writtenAddress(pictureAddress(address, at, conversion) ?? address);
  return `![${escapedMarkdown(alt)}](${target}${alt === '' ? ` "${DECORATIVE}"` : ''})`;
}

/** Returns what takes the place of an object: a picture or a link to what it shows, which is named by itself, a parameter or what is in it. */
function objectLink(
  object: OpeningTag,
  conversion: Conversion,
  tags: readonly OpeningTag[],
  offset: number,
) {
  const { start, end = 0 } = object;
  const inside = tags.filter((tag) => start < tag.start && tag.start < end);
  const source = [
    attributeOf(object, 'data'),
    ...inside.map((tag) =>
      /^(?:movie|src)$/i.test(attributeOf(tag, 'name') ?? '')
        ? attributeOf(tag, 'value')
        : tag.name === 'embed' && attributeOf(tag, 'src'),
    ),
  ].find(Boolean);
  const picture = inside.find(({ name }) => name === 'img');
  const title = attributeOf(object, 'title') ?? (picture && attributeOf(picture, 'alt'));
  const at = offset + object.start;
  return source ? shownInFrame(source, title, { conversion, at }) : undefined;
}

/** Returns a link to what a script of another site writes in its place. */
function scriptLink(tag: OpeningTag): string | undefined {
  const src = ofHttps(attributeOf(tag, 'src'));
  const deck = src.startsWith('https://speakerdeck.com/') && attributeOf(tag, 'data-id');
  const page = deck ? `https://speakerdeck.com/player/${deck}` : EMBEDDED.exec(src)?.[1];
  return page && link(page);
}

const EMBEDDED =
  /^(https:\/\/(?:gist\.github\.com|asciinema\.org\/a)\/[^\s?]+?)(?:\.js)?(?:\?\S*)?$/;

function ofHttps(address = ''): string {
  return address.trim().replace(/^\/\//, 'https://');
}

/** Elements in a player that are not missed without it; the captions of a `track` would be. */
const IN_PLAYER = new Set(['source', 'p', 'a', 'code']);

/**
 * Returns what takes the place of a player: the picture that is Octavo's, or a link to a film of
 * another site whose poster is beside the text; `undefined` for another player.
 */
function playerOf(
  tag: OpeningTag,
  conversion: Conversion,
  tags: readonly OpeningTag[],
  offset: number,
): string | undefined {
  const src = sourceOf(tag, tags);
  if (src === undefined) return undefined;
  const title = attributeOf(tag, 'title') ?? attributeOf(tag, 'aria-label');
  // A file that is missing beside the text is one to find, in any form.
  const file = conversion.around.resource(src) ?? (isBesideText(src) ? src : undefined);
  if (!file) return isBesideText(attributeOf(tag, 'poster')) ? link(src, title) : undefined;
  if (title === undefined) {
    const message = `${src}: the file name is used as alternative text; describe it`;
    conversion.note(offset + tag.start, 'info', message);
  }
  return `![${escapedMarkdown(title ?? fileName(src))}](${writtenAddress(file)})`;
}

/** Returns the URL that a player has or the first source in it, if it is closed and all is replaceable. */
function sourceOf(player: OpeningTag, tags: readonly OpeningTag[]): string | undefined {
  const { start, end } = player;
  if (end === undefined) return undefined;
  const inside = tags.filter((tag) => start < tag.start && tag.start < end);
  if (!inside.every(({ name }) => IN_PLAYER.has(name))) return undefined;
  const source = inside.find(({ name }) => name === 'source');
  return attributeOf(player, 'src') ?? (source && attributeOf(source, 'src'));
}

/** True for an address from the text's own folder; a player in HTML cannot have such a file. */
function isBesideText(address: string | undefined): boolean {
  return address !== undefined && !isElsewhere(address) && !address.startsWith('/');
}

/** Returns where a film is watched, by the address of its frame. */
function filmOf(address: string): string | undefined {
  const [, id, query = ''] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)(?:[?&](.*))?$/.exec(
      address,
    ) ?? [];
  if (id !== undefined) {
    const [, start] = /(?:^|&)start=(\d+)/.exec(query) ?? [];
    return `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`;
  }
  const [, vimeo] =
    /^https?:\/\/(?:player\.vimeo\.com\/video\/|(?:www\.)?vimeo\.com\/moogaloop\.swf\?(?:.*&)?clip_id=)(\d+)/.exec(
      address,
    ) ?? [];
  return vimeo === undefined ? undefined : `https://vimeo.com/${vimeo}`;
}

const REFUSED: [(tag: OpeningTag) => boolean, string][] = [
  [
    (tag) => attributeOf(tag, 'style') !== undefined,
    'HTML: a style attribute has no effect under the policy of the site',
  ],
  [
    ({ attributes }) => attributes.some(({ name }) => /^on[a-z]/.test(name)),
    'HTML: a handler in an attribute never runs under the policy of the site',
  ],
  [({ name }) => name === 'script', 'HTML: a script in a text is not imported'],
  [({ name }) => name === 'style', 'HTML: a style element in a text is not imported'],
  [
    ({ name }) => ['iframe', 'object', 'embed'].includes(name),
    'HTML: a frame is removed, since the security policy blocks it; write a link',
  ],
];

/** Notes what the policy of a page refuses, but for what is replaced. */
export function noteRefused(
  tags: readonly OpeningTag[],
  placeOf: (offset: number) => number,
  replaced: readonly Edit[],
  conversion: Conversion,
): void {
  const kept = tags.filter((tag) =>
    replaced.every(({ start, end }) => tag.start < start || end <= tag.start),
  );
  for (const [isRefused, message] of REFUSED)
    for (const tag of kept.filter(isRefused))
      conversion.reportOnce(placeOf(tag.start), 'warning', message);
}
