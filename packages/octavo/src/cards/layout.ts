import type { Node, RgbaImage } from '@takumi-rs/core';
import { directionOfText } from '../words/language.ts';
import { withPhraseBreaks } from '../words/words.ts';

/** The content of a social card. */
export interface CardContent {
  title: string;
  /** The name of the site, above the title. */
  site: string;
  /** The text below the title. */
  lead?: string | undefined;
  /** The names of the authors. */
  by?: string | undefined;
  date?: string | undefined;
  /** Shown as far as there is space. */
  tags?: readonly string[] | undefined;
  /** The file of the author's portrait, relative to the blog's root folder. */
  portrait?: string | undefined;
  /** The file of the post's cover, likewise. */
  cover?: string | undefined;
}

/** The pictures of a social card, in the sizes of `PICTURES`. */
export type CardPictures = Partial<Record<keyof typeof PICTURES, RgbaImage | undefined>>;

/** In pixels: the size that services expect (Open Graph has no rule). */
export const CARD = { width: 1200, height: 630 };

export const PICTURES = {
  /** The icon of the site. */
  mark: { width: 60, height: 60 },
  portrait: { width: 76, height: 76 },
  cover: { width: 480, height: CARD.height },
};

/** The sizes of a title in pixels, the largest first. */
export const TITLE_SIZES = [220, 184, 160, 140, 122, 106, 94, 84, 76, 68, 62, 56, 50, 44, 38];
/** The size of a title that fits in none of them. */
const BROKEN_SIZE = 50;

/** Returns the space of the title between the margins of card.css. */
export function titleSpace({ lead }: CardContent, { cover }: CardPictures) {
  return { width: cover ? 1056 - PICTURES.cover.width : 1056, height: lead ? 210 : 312 };
}

/** Returns the card as takumi draws it, with the title in a size that fits. */
export function cardNode(content: CardContent, pictures: CardPictures, size?: number): Node {
  const { title, site, lead, by, date, tags = [] } = content;
  const { mark, portrait, cover } = pictures;
  const initial = textNode('mark initial', [...site][0]!.toUpperCase());
  const chips = tags.map((tag) => textNode('tag', tag));
  const parts = [
    box('head', [mark ? imageNode('mark', mark) : initial, textNode('site', site)]),
    box('middle', [titleNode(title, size), lead && textNode('lead', lead)]),
    date &&
      box('foot', [
        portrait && imageNode('portrait', portrait),
        box('byline', [by && textNode('by', by), textNode('date', date)]),
        !cover && box('tags', chips),
      ]),
  ];
  const children = [box('content', parts), cover && imageNode('cover', cover)];
  return { ...box('card', children), dir: directionOfText(title) };
}

/** Returns the title: it breaks at spaces and between phrases, and in words if no size fits. */
export function titleNode(title: string, size?: number): Node {
  const phrases = withPhraseBreaks(title);
  if (size === undefined)
    return {
      ...textNode('title', phrases),
      style: { fontSize: BROKEN_SIZE, overflowWrap: 'anywhere' },
    };
  return {
    ...textNode('title', phrases.replace(WITHIN_IDENTIFIER, '\u2060')),
    style: { fontSize: size },
  };
}

/** Beside a sign in a run of ASCII, where a line could break: `x-forwarded-for`, `[]byte`. */
const WITHIN_IDENTIFIER = /(?<=[!-~])(?=[!-~])(?:(?<=[^\w'"])|(?=[^\w'"]))/g;

function box(className: string, children: (Node | string | false | undefined)[]): Node {
  const nodes = children.filter((child) => typeof child === 'object');
  return { type: 'container', className, children: nodes };
}

function textNode(className: string, text: string): Node {
  return { type: 'text', className, text, dir: directionOfText(text) };
}

function imageNode(className: keyof CardPictures, src: RgbaImage): Node {
  return { type: 'image', className, src };
}
