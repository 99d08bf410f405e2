import headless, { type IBuffer, type IBufferCell, type IBufferLine } from '@xterm/headless';
import { escapeHtml } from '../../html/escape-html.ts';
import type { Drawing, DrawingError } from './drawing.ts';
import { PALETTE } from './mermaid-config.ts';
import { optimizeDrawing } from './optimize-drawing.ts';

/** A recording, without the times of its events. */
interface Recording {
  columns: number;
  rows: number;
  title: string | undefined;
  events: { code: string; data: string }[];
}

/** The size of a character in pixels. */
const [WIDTH, HEIGHT, FONT_SIZE] = [8.4, 19, 14];
const MARGIN = 14;

/** Draws the last screen of a recording of asciinema, and returns all that was shown as its transcript. */
export async function drawRecording(
  source: string,
  id: string,
  file?: string,
): Promise<Drawing | DrawingError> {
  const recording = readRecording(source);
  if ('error' in recording) return recording;
  const { columns, rows, title = file, events } = recording;
  const terminal = new headless.Terminal({
    ...{ cols: columns, rows, scrollback: SCROLLBACK, allowProposedApi: true },
  });
  for (const { code, data } of events) {
    const [width, height] = data.split('x').map(Number);
    if (code === 'r' && isSize(width) && isSize(height)) terminal.resize(width, height);
    if (code === 'o') await new Promise<void>((done) => terminal.write(data, done));
  }
  const { active, normal } = terminal.buffer;
  const screen = linesOf(active.baseY, active).slice(0, terminal.rows);
  const transcript = textOf(linesOf(0, normal));
  const svg = optimizeDrawing(svgOf(screen, terminal.cols), id);
  terminal.dispose();
  return transcript === '' ? { line: 0, error: 'it shows nothing' } : { svg, title, transcript };
}

const SCROLLBACK = 5000;

/** Larger ones take minutes and gigabytes. */
const MAX_SIZE = 1000;

function isSize(size: unknown): size is number {
  return Number.isInteger(size) && Number(size) >= 1 && Number(size) <= MAX_SIZE;
}

/** Reads a recording of version 2 or 3 (docs.asciinema.org/manual/asciicast). */
function readRecording(source: string): Recording | DrawingError {
  const lines = source.split('\n').map((text, line) => ({ text, line }));
  const written = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const parsed: unknown[] = [];
  for (const { text, line } of written) {
    try {
      parsed.push(JSON.parse(text));
    } catch {
      return { line, error: 'this line of the recording is not JSON' };
    }
  }
  const [header, ...events] = parsed as [Header | undefined, ...unknown[]];
  const { version, title } = header ?? {};
  if (version !== 2 && version !== 3)
    return { line: 0, error: 'not a recording of asciinema, version 2 or 3' };
  const [columns, rows] = sizeOf(header);
  if (!isSize(columns) || !isSize(rows))
    return { line: 0, error: `its terminal must have 1 to ${MAX_SIZE} columns and rows` };
  return {
    ...{ columns, rows, title },
    events: events.map((event) => {
      const [, code, data] = Array.isArray(event) ? (event as unknown[]) : [];
      return { code: String(code), data: String(data) };
    }),
  };
}

/** Returns the columns and rows of the terminal of a recording. */
function sizeOf({ width = 80, height = 24, term }: Header = {}): [number, number] {
  return [term?.cols ?? width, term?.rows ?? height];
}

interface Header {
  version?: number;
  width?: number;
  height?: number;
  term?: { cols?: number; rows?: number };
  title?: string;
}

/** Returns the lines from one on, without empty ones at the end. */
function linesOf(first: number, buffer: IBuffer): IBufferLine[] {
  const lines = Array.from({ length: buffer.length - first }, (_, index) =>
    buffer.getLine(first + index)!,
  );
  return lines.slice(0, lines.findLastIndex((line) => line.translateToString(true) !== '') + 1);
}

/** Returns the text of lines, with those that the terminal wrapped in one. */
function textOf(lines: readonly IBufferLine[]): string {
  return lines
    .reduce((text, line, index) => {
      const separator = index === 0 || line.isWrapped ? '' : '\n';
      return text + separator + line.translateToString(true);
    }, '')
    .trimEnd();
}

function svgOf(lines: readonly IBufferLine[], columns: number): string {
  const [width, height] = [columns * WIDTH + 2 * MARGIN, lines.length * HEIGHT + 2 * MARGIN];
  const rows = lines.flatMap((line, row) => wordsIn(line).map((word) => wordOf(word, row)));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" rx="4" ` +
    `fill="${PALETTE.box}"/><g font-size="${FONT_SIZE}" fill="${PALETTE.ink}">${rows.join('')}</g></svg>`
  );
}

/** Characters of one style without a space, each word at a column of its own: fonts differ in width. */
interface Word {
  column: number;
  columns: number;
  text: string;
  /** The attributes of its style. */
  style: string;
  isInverse: boolean;
}

function wordsIn(line: IBufferLine): Word[] {
  const words: Word[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column)!;
    const [text, columns, style] = [cell.getChars(), cell.getWidth(), styleOf(cell)];
    const isInverse = cell.isInverse() !== 0;
    if (columns === 0 || (text.trim() === '' && !isInverse)) continue;
    const last = words.at(-1);
    if (last?.style === style && last.column + last.columns === column)
      Object.assign(last, { text: last.text + text, columns: last.columns + columns });
    else words.push({ column, columns, text, style, isInverse });
  }
  return words;
}

function wordOf({ column, columns, text, style, isInverse }: Word, row: number): string {
  const [x, top] = [MARGIN + column * WIDTH, MARGIN + row * HEIGHT];
  const back = `<rect x="${x}" y="${top}" width="${columns * WIDTH}" height="${HEIGHT}" fill="${PALETTE.ink}"/>`;
  // SVG drops spaces at the start.
  const start = x + text.search(/\S|$/) * WIDTH;
  return `${isInverse ? back : ''}<text x="${start}" y="${top + HEIGHT - 5}"${style}>${escapeHtml(text)}</text>`;
}

function styleOf(cell: IBufferCell): string {
  const fill = cell.isInverse() !== 0 ? PALETTE.ground : colorOf(cell);
  const weight = cell.isBold() !== 0 ? ' font-weight="bold"' : '';
  const slant = cell.isItalic() !== 0 ? ' font-style="italic"' : '';
  return (fill ? ` fill="${fill}"` : '') + weight + slant;
}

/** The colors of code that stand for those of a terminal: black, red, green, yellow, blue, magenta, cyan, white. */
const ANSI = [
  undefined,
  'var(--code-deleted,#9d2a1e)',
  'var(--code-string,#3b6420)',
  'var(--code-constant,#8c4a00)',
  'var(--code-function,#21588f)',
  'var(--code-keyword,#8a2f63)',
  'var(--code-type,#0f6462)',
  undefined,
];
const GRAY = PALETTE.line;
/** The steps of the colors 16 to 231, a cube. */
const STEPS = [0, 95, 135, 175, 215, 255];

/** Returns the color of the page that stands for that of a cell, which may be made for a black screen. */
function colorOf(cell: IBufferCell): string | undefined {
  const color = cell.getFgColor();
  if (cell.isDim() !== 0) return GRAY;
  if (cell.isFgRGB()) return nearest(color >> 16, (color >> 8) & 255, color & 255);
  if (!cell.isFgPalette()) return undefined;
  if (color < 16) return color === 8 ? GRAY : ANSI[color % 8];
  if (color > 231) return color < 248 ? GRAY : undefined;
  const cube = color - 16;
  const step = (divisor: number) => STEPS[Math.floor(cube / divisor) % 6]!;
  return nearest(step(36), step(6), step(1));
}

/** Returns the color with the same channels above the middle of its own; none for grays. */
function nearest(...channels: number[]): string | undefined {
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  if (most - least < 0.25 * most) return undefined;
  const bits = channels.map((channel, bit) => Number(channel >= (most + least) / 2) << bit);
  return ANSI[bits.reduce((sum, bit) => sum + bit)];
}
