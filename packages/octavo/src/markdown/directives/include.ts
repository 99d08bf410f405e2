import { posix } from 'node:path';
import { decodePath } from '../../addresses/decode-path.ts';
import { bodyOf } from '../../content/front-matter.ts';
import { diagnosticOf, type Diagnostic, type Position } from '../../diagnostics/diagnostic.ts';
import { edited } from '../../html/edits.ts';
import type { Source } from '../document.ts';
import { addressesOf } from '../links/source-addresses.ts';
import { projectPath } from '../links/urls.ts';
import { nodesIn } from '../syntax.ts';
import { cleanBody } from '../text/control-characters.ts';
import { oversizedIn } from '../text/oversized.ts';

interface Reading extends Pick<Source, 'format'> {
  /** The text of a file by its path. */
  text: (path: string) => string | undefined;
  exists: (path: string) => boolean;
  /** The characters that were included, and some for each file. */
  size: number;
  diagnostics: Diagnostic[];
}

/** Ten files that each include the next ten times are ten billion. */
const [MAX_SIZE, SIZE_OF_FILE] = [5_000_000, 500];

/** A folder that is linked into itself has no end. */
const MAX_LEVELS = 10;

/** A line of the text, and the line of a file that it was. */
interface Line {
  text: string;
  file: string;
  line: number;
  /** The characters inserted before the line. */
  shift: number;
}

/**
 * Puts the Markdown of other files where `::include{file="./note.md"}` names them, before the
 * text is parsed: so that footnotes, references and numbers are those of one text. Relative
 * URLs in them keep their targets.
 */
export function withIncludes(
  { path, format, body }: Source,
  text: Reading['text'],
  exists: Reading['exists'] = () => false,
) {
  const reading: Reading = { format, text, exists, size: 0, diagnostics: [] };
  const lines = expand(path, body, [path], reading);
  return {
    body: joined(lines),
    /** Maps a position of the text to its file and its position there. */
    original: ({ line, column }: Position) => {
      const at = lines[line - 1] ?? { file: path, line, shift: 0 };
      return { file: at.file, line: at.line, column: Math.max(1, column - at.shift) };
    },
    diagnostics: reading.diagnostics,
  };
}

/** The directive that names a file to include. */
export const INCLUDE = 'include';

/** Returns the lines of a file with those of the files that it includes. */
function expand(path: string, written: string, within: string[], reading: Reading): Line[] {
  const oversized = oversizedIn(written, reading.format);
  if (oversized) {
    const { position, message } = oversized;
    reading.diagnostics.push(diagnosticOf('text-size', { file: path, ...position }, message));
    return [];
  }
  const body = cleanBody(written, path, reading.diagnostics);
  let lines = body
    .split('\n')
    .map((text, index): Line => ({ text, file: path, line: index + 1, shift: 0 }));
  if (!body.includes(`::${INCLUDE}`)) return lines;
  // The last first, so that the lines of those before stay in place.
  for (const node of nodesIn(body, reading.format).reverse()) {
    if (node.type !== 'leafDirective' || node.name !== INCLUDE || !node.position) continue;
    const { start } = node.position;
    const included = includedLines(node.attributes?.['file'], path, start, within, reading);
    // A comment before the directive covers its error.
    if (!included) continue;
    const [before, after] = [lines.slice(0, start.line - 1), lines.slice(start.line)];
    lines = [...before, ...inPlace(included, lines, start), ...after];
  }
  return lines;
}

/** Returns the lines that replace a directive; `undefined` if it has an error. */
function includedLines(
  file: string | null | undefined,
  path: string,
  { line, column }: Position,
  within: string[],
  reading: Reading,
): Line[] | undefined {
  const refuse = (message: string) => {
    const at = { file: path, line, column };
    reading.diagnostics.push(diagnosticOf('include', at, `include: ${message}`));
    return undefined;
  };
  if (!file) return refuse('no file given; write ::include{file="./note.md"}');
  const target = projectPath(decodePath(file), path);
  if (target.startsWith('../')) return refuse(`${file} is outside the project`);
  if (within.includes(target)) {
    const circle = [...within.slice(within.indexOf(target)), target];
    return refuse(`${file} includes itself: ${circle.join(' → ')}`);
  }
  if (within.length > MAX_LEVELS) return refuse(`${file} is more than ${MAX_LEVELS} levels deep`);
  const source = reading.text(target);
  if (source === undefined) return refuse(unreadable(file, reading.exists(target)));
  reading.size += source.length + SIZE_OF_FILE;
  if (reading.size > MAX_SIZE) return refuse(`${file} makes the text too long; include less`);
  const lines = expand(target, bodyOf(source), [...within, target], reading);
  const texts = rebased(joined(lines), reading.format, target, path).split('\n');
  const isFull = (text: string) => text.trim() !== '';
  return lines
    .map((of, index) => ({ ...of, text: texts[index]! }))
    .slice(Math.max(0, texts.findIndex(isFull)), texts.findLastIndex(isFull) + 1);
}

/** Returns why a file is not shown that has no text. */
export function unreadable(file: string, exists: boolean): string {
  return exists ? `${file} is a folder, or not a text file in UTF-8` : `${file} not found`;
}

/** Indents lines for the list or quotation of a directive, as a block of their own. */
function inPlace(included: Line[], lines: Line[], { line, column }: Position): Line[] {
  const here = lines[line - 1]!;
  const marker = here.text.slice(0, column - 1);
  const prefix = marker.replace(/[^>\s]/g, ' ');
  const isFollowed = lines[line]?.text.slice(prefix.length).trim();
  return [
    { ...here, text: marker.trimEnd() },
    ...included.map((of) => ({
      ...of,
      text: (prefix + of.text).trimEnd(),
      shift: of.shift + prefix.length,
    })),
    ...(isFollowed ? [{ ...here, text: prefix.trimEnd() }] : []),
  ];
}

/**
 * Returns the Markdown of one file with its relative URLs (of links, pictures, quoted files, raw
 * HTML) leading to their targets from another file. Line numbers stay.
 */
function rebased(text: string, format: Source['format'], from: string, to: string): string {
  const [folder, target] = [posix.dirname(from), posix.dirname(to)];
  if (folder === target) return text;
  const addresses = nodesIn(text, format).flatMap((node) => addressesOf(node, text));
  const edits = addresses.map(({ address, start }) => ({
    ...{ start, end: start + address.length, text: moved(address, folder, target) },
  }));
  return edited(text, edits);
}

/** Returns a URL as it is in another folder; one that is not relative to a file stays. */
function moved(url: string, from: string, to: string): string {
  if (url === '' || /^[/#?]/.test(url) || URL.canParse(url)) return url;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const relative = posix.relative(encodeURI(to), posix.join(encodeURI(from), path));
  const slash = path.endsWith('/') && relative !== '' ? '/' : '';
  return `${relative.startsWith('.') ? '' : './'}${relative}${slash}${rest}`;
}

function joined(lines: Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}
