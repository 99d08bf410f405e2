import type { Features, MdastNode } from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { edited, type Edit } from '../../html/edits.ts';
import { withTitles } from '../directives/titles.ts';
import { bracesToEscape } from '../headings/braces.ts';
import { dollarsToEscape } from '../math/dollars.ts';
import { nodesIn } from '../syntax.ts';
import { cjkMarksIn, mayNeedCjkMarks } from './cjk-marks.ts';
import { insertion, placeOf, proseBlock } from './prose-block.ts';

/**
 * Keeps prose as it is typed where an extension of Markdown would eat it: the colon of
 * `localhost:8080` is no directive, since inline ones are not supported; the dollars of `costs $5
 * and $6` are no formula; the braces of `## GET /users/{id}` are no attributes. Such characters are
 * escaped before rendering.
 */
export function protectProse(body: string, format: 'md' | 'mdx', features?: Features) {
  const typed = withTitles(body, format);
  let text = typed;
  const mayNeedMarks = mayNeedCjkMarks(text);
  if (!MAY_NEED_IT.test(text) && !mayNeedMarks)
    return { body: text, escapes: [], original: (position: Position) => position };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const nodes = nodesIn(text, format, features);
    let edits = nodes.flatMap((node) => escapesOf(node, text));
    // Marks come last: what is misread is no emphasis.
    if (edits.length === 0 && mayNeedMarks) edits = nodes.flatMap((node) => marksOf(node, text));
    if (edits.length === 0) break;
    // Colons are found from each directive; in broken MDX a block may be in another.
    const once = new Map(edits.map((edit) => [`${edit.start} ${edit.text}`, edit]));
    text = edited(text, [...once.values()]);
  }
  const escapes = insertedInto(typed, text);
  return {
    body: text,
    /** The offsets of the characters that were inserted. */
    escapes,
    /** Maps a position of the protected text to the text as typed. */
    original: originOf(text, escapes),
  };
}

/** More rounds than any text needs: each takes half of the dollars of a row. */
const MOST_ROUNDS = 50;

/** Colons, two dollars, and braces that end a heading. */
const MAY_NEED_IT = /:[\p{L}\p{N}_]|\$[^$]*\$|#.*\}[ \t]*$|\}[ \t]*\n[ \t>]*[=-]+[ \t]*$/mu;

function marksOf(node: MdastNode, text: string): Edit[] {
  const block = proseBlock(node, text);
  return block ? cjkMarksIn(block) : [];
}

function escapesOf(node: MdastNode, text: string): Edit[] {
  const block = proseBlock(node, text);
  if (block) return [...bracesToEscape(node, text), ...dollarsToEscape(block)];
  if (node.type === 'textDirective') return colonsUpTo(placeOf(node)[0], text);
  return node.type === 'image' || node.type === 'imageReference' ? alternativeOf(node, text) : [];
}

/** Returns the edits of a directive and those before it: in `:a:b`, `:a` is the next one. */
function colonsUpTo(end: number, text: string): Edit[] {
  let start = end;
  while (/[\p{L}\p{N}_:-]/u.test(text.charAt(start - 1))) start -= 1;
  // The first may be escaped.
  if (text[start - 1] === '\\') start += 1;
  const colons = text.slice(start, end + 2).matchAll(/(?<!:):(?=[\p{L}\p{N}_])/gu);
  return [...colons].map(({ index }) => insertion(start + index, '\\'));
}

/** Returns the edits of an alternative text, in which a formula or directive would be lost. */
function alternativeOf(node: MdastNode, text: string): Edit[] {
  const [start, end] = placeOf(node);
  const [written = ''] = /^[^]*(?=\][[(])/.exec(text.slice(start, end)) ?? [];
  const tokens = written.matchAll(/\\[^]|(`+)(?!`)[^]*?\1|\$|:(?=[\p{L}\p{N}_])/gu);
  return [...tokens].flatMap(({ 0: token, index }) =>
    token === '$' || token === ':' ? [insertion(start + index, '\\')] : [],
  );
}

/** Returns the offsets of the characters that a text has and the one that it was made of has not. */
function insertedInto(typed: string, text: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1)
    if (text[at] !== typed[at - offsets.length]) offsets.push(at);
  return offsets;
}

function originOf(text: string, escapes: readonly number[]) {
  let end = 0;
  const starts = text.split('\n').map((line) => (end += line.length + 1) - line.length - 1);
  return ({ line, column }: Position) => {
    const start = starts[line - 1] ?? 0;
    const before = escapes.filter((at) => at >= start && at < start + column - 1);
    return { line, column: column - before.length };
  };
}
