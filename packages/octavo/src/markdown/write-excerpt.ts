import { toHtml } from 'hast-util-to-html';
import type { HastNode } from 'satteri';
import { escapeHtml } from '../html/escape-html.ts';
import { inOneLine } from '../words/cjk.ts';
import type { Excerpt } from '../words/excerpt.ts';
import { isElement, nameOf, textOf, valueOf, type Element } from './tree.ts';

/** A piece of prose: a text, a formula within a line, the start or the end of an element. */
export type Piece = string | { formula: Element } | { start: Markup } | { end: Markup };

/** The tags of an element in an index entry. */
type Markup = ReturnType<typeof markup>;

const HEADING: Markup = markup('b');
const ITEM: Markup = { ...markup('span'), open: '<span class="item">' };

/** The elements of a line that an entry keeps, without their attributes. */
const KEPT = new Map(
  'b code del em i kbd q s samp strong sub sup var'.split(' ').map((name) => [name, markup(name)]),
);

function markup(name: string) {
  return { open: `<${name}>`, close: `</${name}>` };
}

/** Returns the tags that stand for an element in an index entry; `undefined` for its text alone. */
export function markupOf(node: HastNode): Markup | undefined {
  const name = nameOf(node) ?? '';
  if (/^h[1-6]$/.test(name)) return HEADING;
  return name === 'li' ? ITEM : KEPT.get(name);
}

/** True for a formula within a line; a displayed one is left out of excerpts, as code is. */
export function isInlineFormula(node: HastNode): node is Element {
  const isOurs = isElement(node, 'math') && valueOf(node, 'alttext') !== undefined;
  return isOurs && valueOf(node, 'display') === undefined;
}

/** Writes pieces of prose in one line. Spaces are set outside of elements, and empty ones dropped. */
export function writeExcerpt(pieces: readonly Piece[]): Omit<Excerpt, 'goesOn'> {
  let [text, html, description, gap] = ['', '', '', ''];
  const opened: Markup[] = [];
  const opening: Markup[] = [];

  const add = (piece: string, formula?: Element) => {
    const last = [...text.slice(-2)].at(-1) ?? '';
    const written = inOneLine(last + gap + piece).slice(last.length);
    const words = written.trimStart();
    gap = words === '' ? gap + piece : piece.slice(piece.trimEnd().length);
    if (words === '') return;
    const space = written.slice(0, -words.length);
    const tags = opening.map(({ open }) => open).join('');
    opened.push(...opening.splice(0));
    text += written;
    html += space + tags + (formula ? toHtml(formula) : escapeHtml(words));
    description += formula ? space + String(valueOf(formula, 'alttext')) : written;
  };
  const end = (element: Markup) => {
    if (opening.pop()) return;
    opened.pop();
    html += element.close;
    if (element === HEADING) description += fullStopAfter(description);
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') add(piece);
    else if ('formula' in piece) add(textOf(piece.formula), piece.formula);
    else if ('start' in piece) opening.push(piece.start);
    else end(piece.end);
  }
  html += opened
    .reverse()
    .map(({ close }) => close)
    .join('');
  return {
    text,
    ...(html !== escapeHtml(text) && { html }),
    ...(description !== text && { description }),
  };
}

/** Returns the full stop that a heading needs before a sentence. */
function fullStopAfter(heading: string): string {
  if (/[\p{Sentence_Terminal}:;：；…][\p{Pe}\p{Pf}"']*$/u.test(heading)) return '';
  return /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]$/u.test(heading) ? '。' : '.';
}
