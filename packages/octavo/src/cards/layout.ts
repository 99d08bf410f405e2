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

const MARGIN = 80;
/** The space of the title. */
export const TITLE = { width: CARD.width - 2 * MARGIN, height: 374 };
/** The sizes of a title, in pixels, the largest first. */
export const TITLE_SIZES = [92, 80, 70, 62, 54, 48, 42, 36];
/** Below this size, a word is broken rather than made smaller still. */
export const BREAKS_BELOW = 54;
const TITLE_LINE = 1.18;

/** A first letter that is written from right to left. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}]/u;

/** Returns the card as takumi draws it, with the title in a size. */
export function cardNode(text: CardText, size: number): Node {
  const { site, detail } = text;
  const line = (words: string, style: Node['style']): Node => ({
    type: 'text',
    text: words,
    dir: directionOf(words),
    style: {
      fontSize: 30,
      lineHeight: 1.4,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      ...style,
    },
  });
  return {
    type: 'container',
    dir: directionOf(text.title),
    style: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: '100%',
      height: '100%',
      padding: `72px ${MARGIN}px 56px`,
      backgroundColor: 'var(--paper)',
      color: 'var(--ink)',
    },
    children: [
      titleNode(text.title, size),
      {
        type: 'container',
        style: {
          display: 'flex',
          justifyContent: 'space-between',
          gap: 48,
          width: '100%',
          paddingTop: 28,
          borderTop: '2px solid var(--rule)',
        },
        children: [
          line(site, { flexShrink: 1, fontWeight: 650, color: 'var(--accent)' }),
          ...(detail === undefined
            ? []
            : [line(detail, { flexShrink: 0, color: 'var(--ink-soft)' })]),
        ],
      },
    ],
  };
}

/** Returns the title alone. A word longer than a line is broken only where `breaks` says so. */
export function titleNode(title: string, size: number, breaks = true): Node {
  return {
    type: 'text',
    text: title,
    dir: directionOf(title),
    style: {
      width: '100%',
      lineClamp: Math.floor(TITLE.height / (size * TITLE_LINE)),
      fontSize: size,
      fontWeight: 680,
      letterSpacing: size > 60 ? '-0.015em' : '0em',
      lineHeight: TITLE_LINE,
      textWrap: 'balance',
      overflowWrap: breaks ? 'anywhere' : 'normal',
    },
  };
}

/** Returns the direction of a text: that of its first letter, as HTML's `dir=auto`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
}
