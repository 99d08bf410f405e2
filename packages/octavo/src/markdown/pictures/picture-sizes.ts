import { toHtml } from 'hast-util-to-html';
import { edited } from '../../html/edits.ts';
import { attributeOf, readHtml } from '../../html/read-html.ts';
import { element, type Element, type Properties } from '../tree.ts';

/** A picture, video or sound of a text, as Markdown leaves it for the page. */
export interface Picture {
  kind: 'image' | 'video' | 'audio';
  /** Its file, relative to the project's folder; an address for one that is elsewhere. */
  path: string;
  /** The file that replaces it in the dark theme. */
  dark?: string | undefined;
  /** Leads to the full size. */
  opens: boolean;
  /** Stands in a `<picture>` of the author's, who chooses the formats. */
  plain: boolean;
  /** Its other attributes, `alt` among them. */
  properties: Properties;
}

/** The files of a picture in the built site. */
export interface Renditions {
  /** The address of the original. */
  original: string;
  /** In pixels; absent for a format of `public/` that only browsers know. */
  width?: number;
  height?: number;
  /** The URL of the picture in a widely supported format. */
  src: string;
  /** The picture in several widths, in the format of `src` where no type is named. */
  set?: { type?: string; srcset: string };
}

/** Knows the files of a site: those beside its content, and those of `public/`. */
export interface PictureFiles {
  /** Returns a picture for a width in CSS pixels; `undefined` if not found. */
  picture: (path: string, shown: number) => Promise<Renditions | undefined>;
  /** Returns the URL of an unprocessed file; `undefined` if not found. */
  address: (path: string) => string | undefined;
}

/** The width of the column of text in CSS pixels: `--measure`. */
const COLUMN = 576;
const SIZES = '(width < 38.5rem) calc(100vw - 2.5rem), 36rem';

const ATTRIBUTE = 'data-picture';

/** Returns the attributes of an `img` that `placePictures` replaces by a picture. */
export function markPicture(picture: Picture): Properties {
  const mark = encodeURIComponent(JSON.stringify(picture)).replaceAll("'", '%27');
  return { [ATTRIBUTE]: mark, ...picture.properties };
}

/**
 * Returns the HTML of a text with its pictures put in. On a page the first is loaded at once, the
 * others when they come near; a feed gets each as one plain `img`, without its dark version.
 */
export async function placePictures(html: string, files: PictureFiles, target: 'page' | 'feed') {
  if (!html.includes(ATTRIBUTE)) return html;
  const marked = readHtml(html).tags.flatMap((tag) => {
    const mark = attributeOf(tag, ATTRIBUTE);
    if (mark === undefined) return [];
    const end = html.indexOf('>', tag.attributes.at(-1)!.end) + 1;
    return [{ start: tag.start, end, picture: JSON.parse(decodeURIComponent(mark)) as Picture }];
  });
  const first = marked.find(({ picture }) => picture.kind === 'image')?.picture;
  const edits = marked.map(async ({ picture, ...span }) => {
    const eager = picture === first && !picture.dark;
    return { ...span, text: await place(picture, files, { target, eager }) };
  });
  return edited(html, await Promise.all(edits));
}

/** Returns the widths that a picture is made in, of its own width or less. */
export function candidateWidths(own: number, shown = COLUMN): number[] {
  const widest = Math.min(own, 2 * shown);
  const narrower = shown === COLUMN ? [400, 800] : [shown];
  return [...narrower.filter((width) => width < 0.8 * widest), widest];
}

interface Manner {
  target: 'page' | 'feed';
  eager: boolean;
}

async function place(picture: Picture, files: PictureFiles, manner: Manner): Promise<string> {
  const { kind, dark, properties } = picture;
  if (kind !== 'image') return toHtml(medium(picture, files));
  if (!dark || manner.target === 'feed') return toHtml(await image(picture, files, manner));
  const twin = { ...picture, path: dark, properties: { ...properties, id: undefined } };
  const [light, night] = [await image(picture, files, manner), await image(twin, files, manner)];
  return toHtml([withClass(light, 'on-light'), withClass(night, 'on-dark')]);
}

async function image(picture: Picture, files: PictureFiles, manner: Manner): Promise<Element> {
  const { path, properties, opens, plain } = picture;
  /** In CSS pixels, as its author wrote it. */
  const given = Number(properties['width']) || undefined;
  const found = await files.picture(path, given ?? COLUMN);
  if (!found) return element('img', properties);
  const { original, src, width, set } = found;
  const isOnPage = manner.target === 'page';
  const attributes = {
    src,
    width,
    height: shownHeight(found, given),
    ...(isOnPage && { loading: manner.eager ? undefined : 'lazy', decoding: 'async' }),
    ...properties,
  };
  const shown =
    set && isOnPage && !plain
      ? responsive(set, attributes, given ? `${given}px` : SIZES)
      : element('img', attributes);
  return opens ? element('a', { href: original }, [shown]) : shown;
}

function shownHeight({ width, height }: Renditions, shownWidth?: number): number | undefined {
  return shownWidth && width && height ? Math.round((height / width) * shownWidth) : height;
}

/** Returns a picture of which the browser chooses width and format. */
function responsive(
  { type, srcset }: NonNullable<Renditions['set']>,
  attributes: Properties,
  sizes: string,
): Element {
  const candidates = { srcSet: srcset, sizes: srcset.includes(',') ? sizes : undefined };
  if (!type) return element('img', { ...attributes, ...candidates });
  const source = element('source', { type, ...candidates });
  return element('picture', {}, [source, element('img', attributes)]);
}

/** A video or sound with its controls; where it cannot be played, a link to it. */
function medium({ kind, path, properties }: Picture, files: PictureFiles): Element {
  const { alt, ...others } = properties;
  const src = files.address(path);
  const name = String(alt ?? '');
  const attributes = { controls: true, preload: 'metadata', src, ariaLabel: name, ...others };
  return element(kind, attributes, [element('a', { href: src }, [name])]);
}

function withClass(node: Element, name: string): Element {
  const { class: given, className = given ?? [] } = node.properties;
  const names = [...[className].flat().map(String), name];
  return { ...node, properties: { ...node.properties, class: undefined, className: names } };
}
