import { pairedShortcodes, tagOf, type Found, type Tag } from '../../shortcodes/tag.ts';

/** Returns the shortcodes of a text, nested as they are; what is within code is found too. */
export function scanShortcodes(text: string): Found[] {
  if (!text.includes('{{<') && !text.includes('{{%')) return [];
  return pairedShortcodes(scanTags(text));
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
