import { pairedShortcodes, tagOf, type Found, type Tag } from '../shortcodes/tag.ts';

/** Returns the shortcodes of a text: `{{ name(a="b") }}` and `{% name() %}…{% end %}`. */
export function scanShortcodes(text: string): Found[] {
  if (!/\{[{%]/.test(text)) return [];
  const tags: Tag[] = [];
  const open: string[] = [];
  const mark = new RegExp(MARK);
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const tag = readTag(match, text, open);
    if (tag) tags.push(tag);
    mark.lastIndex = tag?.end ?? match.index + 2;
  }
  return pairedShortcodes(tags);
}

/** An escaped mark, the end of a shortcode, or the beginning of one. */
const MARK =
  /\{(?<sign>[{%])\/\*(?<escaped>[\s\S]*?)\*\/(?:%\}|\}\})|\{%-?\s*(?<end>end)\s*-?%\}|\{(?<kind>[{%])-?\s*(?<name>[A-Za-z_][\w:]*)\(/g;

function readTag(match: RegExpExecArray, text: string, open: string[]): Tag | undefined {
  const { sign, escaped, end, kind, name = '' } = match.groups ?? {};
  const start = match.index;
  const after = start + match[0].length;
  if (sign !== undefined && escaped !== undefined)
    return tagOf('literal', start, after, `{${sign}${escaped}${sign === '%' ? '%' : '}'}}`);
  if (end !== undefined) {
    const closed = open.pop();
    return closed === undefined ? undefined : { ...tagOf('close', start, after, ''), name: closed };
  }
  const given = readArguments(text, after);
  const closing = kind === '%' ? /\s*-?%\}/y : /\s*-?\}\}/y;
  closing.lastIndex = given.at;
  if (!closing.test(text)) return undefined;
  const isBody = kind === '%';
  if (isBody) open.push(name);
  return {
    ...tagOf(isBody ? 'open' : 'self-closed', start, closing.lastIndex, ''),
    ...{ name, named: given.named },
  };
}

const ARGUMENT = /\s*(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(\[[^\]]*\])|([^\s,()]+))\s*,?/y;

/** Reads arguments up to the closing parenthesis; `at` is behind it. */
function readArguments(text: string, from: number) {
  const named = new Map<string, string>();
  let at = from;
  for (;;) {
    ARGUMENT.lastIndex = at;
    const match = ARGUMENT.exec(text);
    if (!match) break;
    const [, key = '', ...values] = match;
    named.set(key.toLowerCase(), values.find((value) => value !== undefined) ?? '');
    at = ARGUMENT.lastIndex;
  }
  const end = /\s*\)/y;
  end.lastIndex = at;
  return { named, at: end.test(text) ? end.lastIndex : -1 };
}
