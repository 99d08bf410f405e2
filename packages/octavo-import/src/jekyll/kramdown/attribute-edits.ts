import type { MdastNode } from 'satteri';
import type { Edit } from 'octavo/internal/html/edits';
import { calloutKind } from '../../text/callout-kinds.ts';
import type { Conversion } from '../../text/conversion.ts';
import { placeOf } from '../../text/goldmark.ts';
import { fence } from '../../text/written.ts';
import type { AttributeList, Written } from './attribute-list.ts';

interface Target {
  text: string;
  list: AttributeList;
  /** Where the block begins and ends, its list of attributes left out. */
  start: number;
  end: number;
  /** The indentation of its lines within a list. */
  prefix: string;
}

/** Returns what is written otherwise in a block because of its attributes. */
export function attributeEdits(
  text: string,
  node: MdastNode,
  written: Written,
  isBehind: boolean,
  conversion: Conversion,
): Edit[] {
  const { list } = written;
  const [from, to] = placeOf(node);
  const start = isBehind ? from : Math.max(from, written.end);
  const end = isBehind ? Math.min(to, written.start) : to;
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const target: Target = { text, list, start, end, prefix: lead.replace(/[^>\s]/g, ' ') };
  if (node.type === 'list' && list.references.includes('toc'))
    return [{ start: from, end: written.end, text: '' }];
  const edits = editsOf(node, target);
  if (edits.length === 0 && saysMore(list))
    conversion.reportOnce(0, 'info', 'attributes of kramdown without an equivalent skipped');
  return edits;
}

function saysMore({ id, classes, values }: AttributeList): boolean {
  return id !== undefined || classes.length > 0 || values.size > 0;
}

function editsOf(node: MdastNode, target: Target): Edit[] {
  const { list } = target;
  switch (node.type) {
    case 'blockquote':
      return calloutOfQuotation(target, calloutOf(list.classes));
    case 'paragraph':
      return calloutOfParagraph(target, calloutOf(list.classes));
    case 'heading':
      return list.id === undefined ? [] : headingId(target, list.id);
    case 'code':
      return codeWords(target, node.value);
    default:
      return [];
  }
}

/** Classes that are a callout by themselves; others of their names may be anything. */
const PLAIN = new Set('note tip important warning caution danger info notice'.split(' '));

/** Returns the callout that classes of themes stand for: `prompt-tip`, `notice--info`, `alert-info`. */
function calloutOf(classes: readonly string[]): Kind {
  for (const name of classes) {
    const [, rest] =
      /^(?:prompt|notice|alert|block|callout|admonition)--?([a-z]+)$/.exec(name) ?? [];
    const word = rest ?? (PLAIN.has(name) ? name : undefined);
    const kind = calloutKind(word);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

type Kind = ReturnType<typeof calloutKind>;

function calloutOfQuotation({ start, prefix }: Target, kind: Kind): Edit[] {
  if (kind === undefined) return [];
  return [{ start, end: start, text: `> [!${kind.toUpperCase()}]\n${prefix}` }];
}

/** An id of a paragraph is that of an element in it, so that links to it hold. */
function calloutOfParagraph({ text, list, start, end, prefix }: Target, kind: Kind): Edit[] {
  const anchor = list.id === undefined ? '' : `<span id="${list.id}"></span>`;
  if (kind === undefined) return anchor === '' ? [] : [{ start, end: start, text: anchor }];
  const lines = [
    ...text
      .slice(start, end)
      .trimEnd()
      .matchAll(/\n[ \t]*/g),
  ];
  return [
    { start, end: start, text: `> [!${kind.toUpperCase()}]\n${prefix}> ${anchor}` },
    ...lines.map(({ index, 0: { length } }) => ({
      ...{ start: start + index, end: start + index + length },
      text: `\n${prefix}> `,
    })),
  ];
}

function headingId({ text, start }: Target, id: string): Edit[] {
  const line = /^[^\n]*/.exec(text.slice(start))![0];
  const at = start + line.replace(/[ \t]+#*[ \t]*$/, '').length;
  return [{ start: at, end: start + line.length, text: ` {#${id}}` }];
}

const NOT_LANGUAGES = new Set(
  'nolineno line-numbers no-line-numbers highlight code linenos'.split(' '),
);

function codeWords({ text, list, start, end, prefix }: Target, value: string): Edit[] {
  const [opening, marks = '', info = ''] = /^(`{3,}|~{3,})([^\n]*)/.exec(text.slice(start)) ?? [];
  const made = infoString(list, info.trim());
  if (opening !== undefined)
    return [{ start: start + marks.length, end: start + opening.length, text: made }];
  if (made === '') return [];
  const lines = fence(value, made).replaceAll('\n', `\n${prefix}`);
  // Code by indentation begins behind it.
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start).replace(/ {4}$|\t$/, '');
  return [{ start: lineStart, end, text: `${indent}${lines}\n` }];
}

const TITLES = ['file', 'title', 'filename', 'caption'];

function infoString({ classes, values }: AttributeList, given: string): string {
  const named = classes.flatMap((name) => /^(?:language|lang)-(.+)$/.exec(name)?.[1] ?? []);
  const [language = ''] = [...named, ...classes.filter((name) => !NOT_LANGUAGES.has(name))];
  const words = given || language;
  const title = TITLES.map((key) => values.get(key)).find(Boolean);
  const options = [
    ...(title === undefined ? [] : [`title="${title.replaceAll('"', "'")}"`]),
    ...(classes.includes('line-numbers') ? ['linenos=true'] : []),
  ];
  return options.length === 0 ? words : `${words || 'text'} {${options.join(' ')}}`;
}
