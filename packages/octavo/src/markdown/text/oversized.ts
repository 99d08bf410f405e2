import { nodesIn } from '../syntax.ts';
import { placeOf, proseBlock } from './prose-block.ts';

/** The levels of nesting that are read; browsers stop at 512. */
export const MOST_LEVELS = 500;
export const TOO_DEEP = `nesting: more than ${MOST_LEVELS} levels, and browsers show no more; remove some`;

/** Returns the first part of a text on which Sätteri takes minutes or ends the process. */
export function oversizedIn(body: string, format: 'md' | 'mdx') {
  return lineIn(body.split('\n')) ?? paragraphIn(body, format);
}

function lineIn(lines: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    const position = { line: index + 1, column: 1 };
    if (MANY_MARKERS.test(line) && !RULE.test(line)) return { position, message: TOO_DEEP };
    // Sätteri fills up every row of a table with empty cells.
    const columns = line.split('|').length;
    if (columns < WIDE || !/^[\s>|:-]+$/.test(line)) continue;
    const rows = lines.slice(index).findIndex((row) => row.trim() === '');
    const cells = columns * (rows === -1 ? lines.length - index : rows);
    const message = `table: more than ${MOST_CELLS} cells; split it`;
    if (cells > MOST_CELLS) return { position, message };
  }
  return undefined;
}

/** The markers of quotations and lists that begin a line. */
const MANY_MARKERS = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=\\s)|\\d+[.)](?=\\s))){${MOST_LEVELS}}`);
/** A thematic break nests nothing. */
const RULE = /^\s*([-*])(?:\s*\1)*\s*$/;
const WIDE = 50;
const MOST_CELLS = 1_000_000;

/**
 * What is expensive in a long paragraph: Sätteri copies the text at quotation marks, dashes and
 * character references, in memory that it frees at the end, and searches it at colons and autolinks.
 */
const MARKS = /["']|--|\.{3}|&(?=#?\w+;)|:(?=[\p{L}\p{N}_])|<(?=[\w.+-]+[:@])/gu;
/** Characters times marks: about half a second and half a gigabyte. */
const MOST_WORK = 400_000_000;

function paragraphIn(body: string, format: 'md' | 'mdx') {
  if (workOf(body, [body]) < MOST_WORK) return undefined;
  const inert = body.replace(/&(?=#?\w+;)|<(?=[\w.+-]+[:@])/g, 'x');
  for (const node of nodesIn(inert, format, { frontmatter: false })) {
    const block = proseBlock(node, body);
    const texts = block?.nodes.filter(({ type }) => type === 'text') ?? [];
    const prose = texts.map((text) => body.slice(...placeOf(text)));
    if (!block || !node.position || workOf(block.source, prose) < MOST_WORK) continue;
    const { line, column } = node.position.start;
    const message =
      'paragraph: too many quotation marks, dashes, colons or character references; split it';
    return { position: { line, column }, message };
  }
  return undefined;
}

function workOf(paragraph: string, prose: readonly string[]): number {
  const marks = prose.reduce((sum, text) => sum + (text.match(MARKS)?.length ?? 0), 0);
  return paragraph.length * marks;
}
