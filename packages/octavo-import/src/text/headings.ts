import type { MdastNode } from 'satteri';
import { readAttributes, type Attributes } from './attributes.ts';
import { HeadingIds } from './heading-ids.ts';
import { placeOf } from './goldmark.ts';
import { plainHeading } from './plain-heading.ts';
import type { Reading } from './reading.ts';

type Heading = Extract<MdastNode, { type: 'heading' }>;

/** Returns a reader of headings, in their order, which notes the id that each has in Hugo. */
export function headingReader(reading: Reading): (node: Readonly<Heading>) => void {
  const { anchorOf, markup } = reading.conversion.around;
  const ids = new HeadingIds(anchorOf);
  return (node) => {
    const line = lastLine(reading.text, node);
    const [, words = '', inside, hashes = ''] = HEADING.exec(line.text) ?? [];
    const attributes = markup.attributeTitle ? readAttributes(inside ?? '') : undefined;
    if (attributes) {
      const idText = textOfId(node, words, reading)?.replace(ATTRIBUTES, '');
      const written = { words, inside: inside ?? '', hashes };
      reading.headings.push({
        id: readAttributed(line, { ...written, idText }, attributes, ids, reading),
        words: line.text,
      });
      return;
    }
    // What Octavo would read as attributes is text for Hugo.
    const brace = line.start + line.text.lastIndexOf('{');
    if (inside !== undefined) reading.edits.push({ start: brace, end: brace, text: '\\' });
    const text = withoutHashes(reading.restored(line.text));
    const idText = textOfId(node, text, reading);
    const id = idText === undefined ? undefined : ids.idOf(idText);
    reading.headings.push({ id, words: line.isWhole ? text : `\n${text}` });
  };
}

/** Returns the text of which Hugo makes the id of a heading; `undefined` for no id, or an unknown one. */
function textOfId(node: Readonly<Heading>, written: string, reading: Reading): string | undefined {
  const { markup, headingIdsFrom } = reading.conversion.around;
  if (isOpaque(lastLine(reading.text, node), reading)) return undefined;
  if (headingIdsFrom === 'source') return written;
  const plain = plainHeading(reading.text, node, markup);
  const text = markup.passthrough ? reading.withoutPlaced(plain) : reading.restored(plain);
  return text.split('\n').at(-1) || undefined;
}

/** The attributes at the end of a heading's plain text. */
const ATTRIBUTES = /\{[^{}]*\}\s*$/;

interface Attributed {
  words: string;
  inside: string;
  hashes: string;
  /** What the id is made of, where the attributes have none. */
  idText: string | undefined;
}

/** Returns the id of a heading with attributes, which are written as Octavo reads them. */
function readAttributed(
  line: Line,
  { words, inside, hashes, idText }: Attributed,
  { id, classes }: Attributes,
  ids: HeadingIds,
  { edits, conversion, original }: Reading,
): string | undefined {
  const isTaken = id !== undefined && !ids.take(id);
  if (isTaken) {
    const message = `heading: duplicate id ${id}; skipped`;
    conversion.note(original(line.start), 'warning', message);
  }
  if (hashes !== '' || isTaken || inside.includes(',')) {
    const own = id === undefined || isTaken ? [] : [`#${id}`];
    const kept = [...own, ...classes.map((name) => `.${name}`)].join(' ');
    const start = line.start + words.trimEnd().length;
    const text = kept === '' ? '' : ` {${kept}}`;
    edits.push({ start, end: line.start + line.text.length, text });
  }
  if (id === undefined) return idText === undefined ? undefined : ids.idOf(idText);
  return isTaken ? undefined : id;
}

/** Words, what stands in braces behind them, and the hashes that may close a heading. */
const HEADING = /^(.*?)\{([^{}]*)\}([ \t]*#*)[ \t]*$/s;

/** Returns a heading's line without the hashes that may close it. */
export function withoutHashes(words: string): string {
  return words.replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
}

interface Line {
  start: number;
  text: string;
  /** False where the heading has other lines before it. */
  isWhole: boolean;
}

/** Returns the last line of a heading's text, without the hashes before it. */
export function lastLine(text: string, node: Readonly<Heading>): Line {
  const [start, end] = placeOf(node);
  const written = text.slice(start, end).trimEnd();
  const [hashes] = /^#{1,6}(?:[ \t]+|$)/.exec(written) ?? [];
  if (hashes !== undefined)
    return {
      start: start + hashes.length,
      text: written.slice(hashes.length).split('\n')[0]!,
      isWhole: true,
    };
  const lines = written.split('\n').slice(0, -1);
  const before = lines.slice(0, -1).reduce((length, line) => length + line.length + 1, 0);
  const last = lines.at(-1) ?? '';
  const [indentation = ''] = lines.length > 1 ? (/^[ \t>]*/.exec(last) ?? []) : [];
  return {
    start: start + before + indentation.length,
    text: last.slice(indentation.length).trimEnd(),
    isWhole: lines.length < 2,
  };
}

/** True where a shortcode stands in a heading: what Hugo makes of that is in no link. */
function isOpaque({ start, text }: Line, { original, conversion }: Reading): boolean {
  const { body } = conversion.source;
  const line = body.slice(original(start), original(start + text.length));
  return /\{\{[<%](?!\/\*)|\{\{\s*\w+\(/.test(line);
}
