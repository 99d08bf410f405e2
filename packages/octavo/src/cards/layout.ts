import type { Node } from '@takumi-rs/core';

/** The text of a social card. */
export interface CardText {
  title: string;
  /** The name of the site. */
  site: string;
  /** Follows the name: a date, for example. */
  detail?: string | undefined;
}

/** In pixels: the size that services expect (Open Graph has no rule). */
export const CARD = { width: 1200, height: 630 };

/** The space of the title, between the margins of card.css. */
export const TITLE = { width: 1040, height: 374 };
/** The sizes of a title, in pixels, the largest first. */
export const TITLE_SIZES = [92, 80, 70, 62, 54, 48, 42, 36];
/** Below this size, a word is broken rather than made smaller still. */
export const BREAKS_BELOW = 54;

/** A first letter that is written from right to left. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}]/u;

/** Returns the card as takumi draws it, with the title in a size. */
export function cardNode({ title, site, detail }: CardText, size: number): Node {
  const foot = [textNode('site', site), ...(detail ? [textNode('detail', detail)] : [])];
  return {
    type: 'container',
    className: 'card',
    dir: directionOf(title),
    children: [titleNode(title, size), { type: 'container', className: 'foot', children: foot }],
  };
}

/** Returns the title. A word longer than a line is broken only where `breaks` says so. */
export function titleNode(title: string, size: number, breaks = true): Node {
  const style: Node['style'] = {
    fontSize: size,
    letterSpacing: size > 60 ? '-0.015em' : '0em',
    overflowWrap: breaks ? 'anywhere' : 'normal',
  };
  return textNode('title', title, style);
}

function textNode(className: string, text: string, style: Node['style'] = {}): Node {
  return { type: 'text', className, text, dir: directionOf(text), style };
}

/** Returns the direction of a text: that of its first letter, as HTML's `dir=auto`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
}
