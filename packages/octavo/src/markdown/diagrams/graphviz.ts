import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { htmlToHast } from 'satteri';
import { find, hasClass, isElement, textOf } from '../tree.ts';
import type { Drawing, DrawingError } from './drawing.ts';
import { PALETTE } from './mermaid-config.ts';
import { optimizeDrawing } from './optimize-drawing.ts';

// Loaded when this module is, which only a page with a graph does.
const graphviz = await Graphviz.load();

/** Draws a graph in the language DOT with ids that begin with `id`, or returns why that cannot be done. */
export function drawGraph(source: string, id: string): Drawing | DrawingError {
  if (source.trim() === '') return { line: 0, error: 'it is empty' };
  let svg: string;
  try {
    svg = graphviz.layout(withDefaults(source), 'svg', 'dot');
  } catch (error) {
    return syntaxError((error as Error).message);
  }
  return { svg: optimizeDrawing(svg, id), title: labelOf(svg) };
}

/** Returns an error of Graphviz: `syntax error in line 3 near ';'`. */
function syntaxError(message: string): DrawingError {
  const [, line = '1', near] = /line (\d+)(?: near '([^']*)')?/.exec(message) ?? [];
  const where = near ? ` near ${near}` : '';
  return { line: Number(line) - 1, error: `Graphviz does not understand this line${where}` };
}

/** What stands before the statements of a graph. */
const HEAD =
  /^(?:\s|\/\/.*|#.*|\/\*[^]*?\*\/)*(?:strict\s+)?(?:di)?graph\b(?:\s|"(?:[^"\\]|\\[^])*"|[\w.-])*\{/i;

/** The widths of texts are those of Helvetica: nearer to the fonts of readers than Times. */
const FONT = 'fontname="Helvetica"';
const DEFAULTS =
  ` graph [${FONT} bgcolor="transparent" color="${PALETTE.edge}" fontcolor="${PALETTE.ink}"];` +
  ` node [${FONT} color="${PALETTE.line}" fontcolor="${PALETTE.ink}" fillcolor="${PALETTE.box}"];` +
  ` edge [${FONT} color="${PALETTE.line}" fontcolor="${PALETTE.ink}"];`;

/** Returns a graph in the colors of the page where its author sets none; its lines stay. */
function withDefaults(source: string): string {
  return source.replace(HEAD, (head) => head + DEFAULTS);
}

/** Returns the label of the graph, which is drawn below it. */
function labelOf(svg: string): string | undefined {
  const graph = find(htmlToHast(svg, { fragment: true }), 'g').find((g) => hasClass(g, 'graph'));
  const lines =
    graph?.children.filter((child) => isElement(child, 'text')).map((child) => textOf(child)) ?? [];
  return lines.join(' ').trim() || undefined;
}
