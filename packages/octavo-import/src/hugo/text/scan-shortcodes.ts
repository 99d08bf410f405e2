/** A shortcode's mark in a text, as Hugo's lexer reads it. Offsets are those of the text. */
export interface Tag {
  /** `literal` is one that is escaped by a comment in it; `malformed` is one that Hugo refuses. */
  kind: 'open' | 'close' | 'self-closed' | 'literal' | 'malformed';
  start: number;
  end: number;
  /** Of a literal, the text that it stands for. */
  text: string;
  name: string;
  /** Keys are in lower case. */
  named: ReadonlyMap<string, string>;
  positional: readonly string[];
}

/** A shortcode with what stands between its marks, where it has two. */
export interface Shortcode {
  tag: Tag;
  close: Tag | undefined;
  inside: Found[];
}

/** A shortcode, or a mark that is none: escaped, malformed, or closing what was never opened. */
export type Found = Shortcode | { tag: Tag; stray: true };

/** Returns the shortcodes of a text, nested as they are; what is within code is found too. */
export function scanShortcodes(text: string): Found[] {
  if (!text.includes('{{<') && !text.includes('{{%')) return [];
  const tags = scanTags(text);
  return nested(tags, pairsOf(tags), 0, tags.length);
}

function scanTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const opening = /\{\{[<%]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const tag = escapedAt(text, match.index) ?? tagAt(text, match.index);
    tags.push(tag);
    opening.lastIndex = tag.end;
  }
  return tags;
}

const ESCAPED = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/y;

function escapedAt(text: string, start: number): Tag | undefined {
  ESCAPED.lastIndex = start;
  const match = ESCAPED.exec(text);
  if (!match) return undefined;
  const [whole, opening = '', inside = '', closing = ''] = match;
  const shown = `{{${opening}${inside}${closing}}}`;
  return tagOf('literal', start, start + whole.length, shown);
}

/** A name may have folders before it, and `.inline` behind it. */
const NAME = /\s*(\/)?\s*([\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+)*)/uy;
const ARGUMENT =
  /\s*(?:([\p{L}\p{N}_.-]+)\s*=\s*)?(?:"((?:\\.|[^"\\\n])*)"|`([^`]*)`|([^\s"`=]+?)(?=\s|"|\/?[>%]\}\}))/uy;
const END = /\s*(\/)?([>%])\}\}/y;

function tagAt(text: string, start: number): Tag {
  const closing = text[start + 2] === '<' ? '>' : '%';
  const name = matchAt(NAME, text, start + 3);
  if (!name) return malformedAt(text, start);
  const { at, ...given } = readArguments(text, NAME.lastIndex);
  const end = matchAt(END, text, at);
  if (end?.[2] !== closing) return malformedAt(text, start);
  const kind = name[1] ? 'close' : end[1] ? 'self-closed' : 'open';
  return { ...tagOf(kind, start, END.lastIndex, ''), name: name[2] ?? '', ...given };
}

/** Reads arguments from an offset on; `at` is where they end. */
function readArguments(text: string, from: number) {
  const named = new Map<string, string>();
  const positional: string[] = [];
  let at = from;
  while (!matchAt(END, text, at)) {
    const argument = matchAt(ARGUMENT, text, at);
    if (!argument) break;
    const [, key, quoted, raw, bare] = argument;
    const value = quoted === undefined ? (raw ?? bare ?? '') : unescaped(quoted);
    if (key === undefined) positional.push(value);
    else named.set(key.toLowerCase(), value);
    at = ARGUMENT.lastIndex;
  }
  return { named, positional, at };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function unescaped(quoted: string): string {
  return quoted.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

/** What is malformed goes to its closing braces, or to the end of its line. */
function malformedAt(text: string, start: number): Tag {
  const [line = ''] = /^.*/.exec(text.slice(start)) ?? [];
  const [upToBraces] = /^\{\{.*?\}\}/.exec(line) ?? [];
  return tagOf('malformed', start, start + (upToBraces ?? line.trimEnd()).length, '');
}

function tagOf(kind: Tag['kind'], start: number, end: number, text: string): Tag {
  return { kind, start, end, text, name: '', named: new Map(), positional: [] };
}

/** Returns which tag closes which, by their indexes; one within it that is open is not paired. */
function pairsOf(tags: readonly Tag[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, name }] of tags.entries()) {
    if (kind === 'open') open.push(index);
    if (kind !== 'close') continue;
    const at = open.findLastIndex((other) => tags[other]!.name === name);
    if (at === -1) continue;
    pairs.set(open[at]!, index);
    open.length = at;
  }
  return pairs;
}

function nested(
  tags: readonly Tag[],
  pairs: ReadonlyMap<number, number>,
  from: number,
  to: number,
): Found[] {
  const found: Found[] = [];
  for (let index = from; index < to; index += 1) {
    const tag = tags[index]!;
    if (tag.kind !== 'open' && tag.kind !== 'self-closed') {
      found.push({ tag, stray: true });
      continue;
    }
    const end = pairs.get(index);
    const inside = end === undefined ? [] : nested(tags, pairs, index + 1, end);
    found.push({ tag, close: end === undefined ? undefined : tags[end], inside });
    index = end ?? index;
  }
  return found;
}
