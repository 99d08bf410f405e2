import type { MdastNode } from 'satteri';
import type { Edit } from '../../../markdown/edits.ts';
import { readAttributes } from './attributes.ts';
import { HeadingIds } from './heading-ids.ts';
import { placeOf } from './goldmark.ts';
import type { Reading } from './read-markdown.ts';

type Heading = Extract<MdastNode, { type: 'heading' }>;

/** Returns what reads headings in their order, and notes the id that each has with Hugo. */
export function headingReader({ text, edits, ids: found, conversion, ...reading }: Reading) {
  const { autoHeadingIdType, attributeTitle } = conversion.around.markup;
  const ids = new HeadingIds(autoHeadingIdType);
  return (node: Readonly<Heading>): void => {
    const line = lastLine(text, node);
    const [, words = '', inside, hashes = ''] = HEADING.exec(line.text) ?? [];
    const attributes = attributeTitle ? readAttributes(inside ?? '') : undefined;
    if (!attributes) {
      // What Octavo would read as attributes is text for Hugo.
      const brace = line.text.lastIndexOf('{');
      if (inside !== undefined) edits.push(inserted(line.start + brace, '\\'));
      found.push(
        isOpaque(line, reading, conversion.source.body)
          ? undefined
          : ids.idOf(withoutHashes(reading.restored(line.text))),
      );
      return;
    }
    const { id, classes } = attributes;
    const isTaken = id !== undefined && !ids.take(id);
    if (isTaken) {
      const message = `heading: the id ${id} is taken by one before it, and left out here`;
      conversion.note(reading.original(line.start), 'warning', message);
    }
    found.push(id === undefined ? ids.idOf(words) : isTaken ? undefined : id);
    if (hashes === '' && !isTaken && !inside?.includes(',')) return;
    const kept = [
      ...(id === undefined || isTaken ? [] : [`#${id}`]),
      ...classes.map((name) => `.${name}`),
    ];
    const behind = kept.length > 0 ? ` {${kept.join(' ')}}` : '';
    const start = line.start + words.trimEnd().length;
    edits.push({ start, end: line.start + line.text.length, text: behind });
  };
}

/** Words, what stands in braces behind them, and the hashes that may close a heading. */
const HEADING = /^(.*?)\{([^{}]*)\}([ \t]*#*)[ \t]*$/s;

function inserted(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function withoutHashes(words: string): string {
  return words.replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
}

interface Line {
  start: number;
  text: string;
}

/** Returns the last line of a heading's text, without the hashes before it. */
export function lastLine(text: string, node: Readonly<Heading>): Line {
  const [start, end] = placeOf(node);
  const written = text.slice(start, end).trimEnd();
  const [hashes] = /^#{1,6}[ \t]*/.exec(written) ?? [];
  if (hashes !== undefined)
    return { start: start + hashes.length, text: written.slice(hashes.length).split('\n')[0]! };
  const lines = written.split('\n').slice(0, -1);
  const before = lines.slice(0, -1).reduce((length, line) => length + line.length + 1, 0);
  const last = lines.at(-1) ?? '';
  const [indentation = ''] = lines.length > 1 ? (/^[ \t>]*/.exec(last) ?? []) : [];
  return {
    start: start + before + indentation.length,
    text: last.slice(indentation.length).trimEnd(),
  };
}

/** True where a shortcode stands in a heading: what Hugo makes of that is in no link. */
function isOpaque(
  { start, text }: Line,
  reading: Pick<Reading, 'original'>,
  body: string,
): boolean {
  const line = body.slice(reading.original(start), reading.original(start + text.length));
  return /\{\{[<%](?!\/\*)/.test(line);
}
