import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { createBrowser } from './browser.ts';
import { mermaidConfig } from './mermaid-config.ts';
import { optimizeDrawing } from './optimize-drawing.ts';

interface Mermaid {
  initialize: (config: object) => void;
  render: (id: string, source: string) => Promise<{ svg: string }>;
  mermaidAPI: {
    getConfig: () => { themeVariables: Record<string, unknown> };
    getDiagramFromText: (source: string) => Promise<{ db: Partial<Record<Getter, () => string>> }>;
  };
}

type Getter = 'getAccTitle' | 'getAccDescription' | 'getDiagramTitle';

// Loaded when this module is, which only a page with a diagram does.
const browser = createBrowser();
const context = createContext(browser);
const mermaid = loadMermaid();
let last: Promise<Drawing | ReturnType<typeof mermaidError>> | undefined;

type Drawing = Awaited<ReturnType<typeof draw>>;

/** Draws a diagram with ids that begin with `id`, or returns why that cannot be done. */
export function drawMermaid(source: string, id: string) {
  // One after the other: Mermaid has one state.
  last = Promise.resolve(last)
    .then(() => draw(source, id))
    .catch((error: Error) => mermaidError(source, error.message));
  return last;
}

/** Returns a diagram as Mermaid draws it. */
async function draw(written: string, id: string) {
  const source = written.replace(LESS_OR_MORE, (sign) => (sign === '<' ? '#lt;' : '#gt;'));
  runInContext(SAME_RANDOM_NUMBERS, context);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
  const { svg } = await mermaid.render('diagram', source);
  return {
    /** Without a style sheet: each element has its styles as attributes. */
    svg: optimizeDrawing(svg, id),
    /** `accTitle`, or the title that is drawn. */
    title: db.getAccTitle?.() || db.getDiagramTitle?.() || undefined,
    description: db.getAccDescription?.() || undefined,
  };
}

/** A sign for less or more, which Mermaid drops from labels. */
const LESS_OR_MORE = /(?<=\s)[<>](?=\s|\d|=\s)/g;

/** Loads Mermaid into a context of its own. */
function loadMermaid(): Mermaid {
  const file = fileURLToPath(import.meta.resolve('@mermaid-js/tiny'));
  runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  const loaded = context['mermaid'] as Mermaid;
  loaded.initialize({ theme: 'base' });
  loaded.initialize(mermaidConfig(loaded.mermaidAPI.getConfig().themeVariables));
  return loaded;
}

/** Mermaid makes ids of them, which the reader of a Git graph sees. */
const SAME_RANDOM_NUMBERS = `{
  let seed = 1;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}`;

/** Returns the line, from 0, and the reason of an error of Mermaid. */
function mermaidError(source: string, message: string) {
  const type = /^No diagram type.*for text:\s*(\S*)/.exec(message)?.[1];
  if (type === '') return { line: 0, error: 'it is empty' };
  if (type !== undefined) {
    const line = source.split('\n').findIndex((text) => text.trimStart().startsWith(type));
    return { line: Math.max(line, 0), error: `${type} is not a type of diagram that can be drawn` };
  }
  if (/ is not (?:defined|a function)$/m.test(message))
    return { line: 0, error: 'Mermaid needs a browser for something in it, such as a picture' };
  const number = /error on line (\d+)/.exec(message)?.[1];
  if (number === undefined) return { line: 0, error: message.split('\n')[0] ?? '' };
  const { line, text } = lineOf(source, Number(number));
  return { line, error: `Mermaid does not understand this line: ${text}` };
}

/** Returns a line of the source by its number, from 1, among those that Mermaid's parsers see. */
function lineOf(source: string, number: number) {
  const parsed = source
    .replace(/^\s*---\s*\n[^]*?\n\s*---\s*\n/, '')
    .replace(/%%\{[^]*?\}%%/g, '')
    .replace(/^\s*%%(?!\{)[^\n]+\n?/gm, '')
    .trimStart()
    .split('\n');
  const lines = source.split('\n').map((line) => line.trim());
  const texts = parsed.slice(0, number).map((line) => line.trim());
  const line = texts.reduce((last, text) => Math.max(last, lines.indexOf(text, last + 1)), -1);
  return { line: Math.max(line, 0), text: texts.at(-1) ?? '' };
}
