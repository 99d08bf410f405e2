import { posix } from 'node:path';
import { defineMdastPlugin, type Features, type MdastNode } from 'satteri';
import { bodyOf } from '../../content/front-matter.ts';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import type { Source } from '../document.ts';
import { INCLUDE, isClosed } from './directives.ts';
import { lookThrough } from '../read-only-pass.ts';
import { rebased } from './rebase.ts';

const MAX_DEPTH = 10;

/** A text with its includes expanded. */
export interface IncludedText {
  body: string;
  /** Maps a position of the text to its file and its position there. */
  original: (position: Position) => Position & { file: string };
  diagnostics: Diagnostic[];
}

interface Reading extends Pick<Source, 'format'> {
  features: Features;
  /** The text of a file by its path. */
  text: (path: string) => string | undefined;
  diagnostics: Diagnostic[];
}

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
  features: Features,
  text: (path: string) => string | undefined,
): IncludedText {
  const reading: Reading = { format, features, text, diagnostics: [] };
  const lines = expand(path, body, [path], reading);
  return {
    body: joined(lines),
    original: ({ line, column }) => {
      const at = lines[line - 1] ?? { file: path, line, shift: 0 };
      return { file: at.file, line: at.line, column: Math.max(1, column - at.shift) };
    },
    diagnostics: reading.diagnostics,
  };
}

const MAY_INCLUDE = /::include\b/;

/** Returns the lines of a file with those of the files that it includes. */
function expand(path: string, body: string, within: string[], reading: Reading): Line[] {
  const lines = body
    .split('\n')
    .map((text, index): Line => ({ text, file: path, line: index + 1, shift: 0 }));
  if (!MAY_INCLUDE.test(body)) return lines;
  for (const directive of directivesOf(body, reading)) {
    const { first, last } = directive;
    const included = includedLines(directive, path, within, reading);
    lines.splice(first - 1, last - first + 1, ...inPlace(included, lines, directive));
  }
  return lines;
}

interface Directive {
  file: string | undefined;
  /** The lines that it takes up. */
  first: number;
  last: number;
  column: number;
  hasContent: boolean;
}

/** Returns the lines that replace a directive; none if it has an error. */
function includedLines(
  { file, first: line, column, hasContent }: Directive,
  path: string,
  within: string[],
  reading: Reading,
): Line[] {
  const refuse = (message: string) => {
    const position = { file: path, line, column, severity: 'error' as const };
    reading.diagnostics.push({ ...position, message: `include: ${message}` });
    return [];
  };
  if (!file) return refuse('no file given; write ::include{file="./note.md"}');
  if (hasContent) return refuse(`has text inside; write ::include{file="${file}"} alone`);
  const folder = file.startsWith('/') ? '' : posix.dirname(path);
  const target = posix.join(folder, decodePath(file)).replace(/^\//, '');
  if (target.startsWith('../')) return refuse(`${file} is outside the project`);
  if (within.includes(target)) {
    const circle = [...within.slice(within.indexOf(target)), target];
    return refuse(`${file} includes itself: ${circle.join(' → ')}`);
  }
  if (within.length > MAX_DEPTH)
    return refuse(`${file} is nested more than ${MAX_DEPTH} files deep`);
  const source = reading.text(target);
  if (source === undefined) return refuse(`${file} not found`);
  const lines = expand(target, bodyOf(source), [...within, target], reading);
  const folders = { from: posix.dirname(target), to: posix.dirname(path) };
  const texts = rebased(joined(lines), folders, (text, plugin) =>
    lookThrough(text, reading.format, reading.features, [plugin]),
  ).split('\n');
  const isFull = (text: string) => text.trim() !== '';
  return lines
    .map((of, index) => ({ ...of, text: texts[index]! }))
    .slice(Math.max(0, texts.findIndex(isFull)), texts.findLastIndex(isFull) + 1);
}

/** Indents lines for the list or quotation of a directive, as a block of their own. */
function inPlace(included: Line[], lines: Line[], { first, last, column }: Directive): Line[] {
  const here = lines[first - 1]!;
  const marker = here.text.slice(0, column - 1);
  const prefix = marker.replace(/[^>\s]/g, ' ');
  const isFollowed = lines[last]?.text.slice(prefix.length).trim();
  return [
    { ...here, text: marker.trimEnd() },
    ...included.map((line) => ({
      ...line,
      text: (prefix + line.text).trimEnd(),
      shift: line.shift + prefix.length,
    })),
    ...(isFollowed ? [{ ...here, text: prefix.trimEnd() }] : []),
  ];
}

/** Returns the directives of a text, the last first: so the lines of those before stay in place. */
function directivesOf(body: string, { format, features }: Reading): Directive[] {
  const found: Directive[] = [];
  const visit = (node: Readonly<DirectiveNode>) => {
    if (node.name !== INCLUDE || !node.position) return;
    const { start, end } = node.position;
    const isBlock = node.type === 'containerDirective' && isClosed(node, body);
    // A `:::include` that is not closed takes up its own line, and what follows is not inside.
    found.push({
      file: node.attributes?.['file'] ?? undefined,
      first: start.line,
      last: isBlock ? end.line : start.line,
      column: start.column,
      hasContent: isBlock && node.children.length > 0,
    });
  };
  const plugin = defineMdastPlugin({
    name: 'octavo:includes',
    options: { position: true },
    containerDirective: visit,
    leafDirective: visit,
  });
  lookThrough(body, format, features, [plugin]);
  return found.sort((a, b) => b.first - a.first);
}

type DirectiveNode = Extract<MdastNode, { type: 'containerDirective' | 'leafDirective' }>;

function joined(lines: Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}
