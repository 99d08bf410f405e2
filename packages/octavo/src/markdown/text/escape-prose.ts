import type { Features } from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { positionIn } from '../position.ts';
import { nodesIn } from '../syntax.ts';

/** A text with the characters escaped that only look like syntax. */
export interface ProtectedText {
  body: string;
  /** The offsets of the backslashes that were inserted. */
  escapes: readonly number[];
  /** Maps a position of the protected text to the text as typed. */
  original: (position: Position) => Position;
}

/**
 * Keeps prose as it is typed where an extension of Markdown would eat it: the colon of
 * `localhost:8080` is no directive, since inline ones are not supported; the dollars of `costs $5
 * and $6` are no formula, which opens before a non-space, and closes after a non-space and not
 * before a digit (Pandoc, tex_math_dollars). Such characters are escaped before rendering.
 */
export function protectProse(
  body: string,
  format: 'md' | 'mdx',
  features?: Features,
): ProtectedText {
  let text = body;
  let escapes: number[] = [];
  if (!MAY_NEED_IT.test(body)) return { body, escapes, original: (position) => position };
  for (;;) {
    const offsets = misread(text, format, features);
    if (offsets.length === 0) break;
    for (const offset of offsets.toSorted((a, b) => b - a)) {
      escapes = [...escapes.map((at) => (at < offset ? at : at + 1)), offset];
      text = `${text.slice(0, offset)}\\${text.slice(offset)}`;
    }
  }
  const places = escapes.map((offset) => positionIn(text, offset));
  const original = ({ line, column }: Position) => {
    const before = places.filter((place) => place.line === line && place.column < column);
    return { line, column: column - before.length };
  };
  return { body: text, escapes, original };
}

const MAY_NEED_IT = /:[\p{L}\p{N}_]|\$/u;

/** Returns the offsets of characters that were misread as syntax. */
function misread(text: string, format: 'md' | 'mdx', features?: Features): number[] {
  const offsets: number[] = [];
  const dollars: number[] = [];
  for (const { type, position } of nodesIn(text, format, features)) {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    if (type === 'textDirective') offsets.push(start);
    if (type === 'inlineMath' && !isFormula(text, start, end)) dollars.push(start);
  }
  // One dollar at a time: taken out of its pair, it leaves the other to make one with the next.
  return [...offsets, ...dollars.slice(0, 1)];
}

function isFormula(text: string, start: number, end: number): boolean {
  const source = text.slice(start, end);
  if (source.startsWith('$$')) return true;
  return /^\$\S(?:[\s\S]*\S)?\$$/.test(source) && !/\d/.test(text.charAt(end));
}
