import type { MdastNode } from 'satteri';
import { convertInfo } from './fence-words.ts';
import { placeOf } from './goldmark.ts';
import type { Reading } from './reading.ts';

type Code = Extract<MdastNode, { type: 'code' }>;

/** Writes the info string of a fence in Octavo's words. */
export function readFence(node: Readonly<Code>, reading: Reading): void {
  const { text, edits, conversion, original } = reading;
  const { markup } = conversion.around;
  const [start, end] = placeOf(node);
  const [, marks, infoString = ''] = /^(`{3,}|~{3,})([^\n]*)/.exec(text.slice(start, end)) ?? [];
  if (marks === undefined) return;
  closeFence(marks, start, end, reading);
  if (infoString.trim() === '') return;
  const place = original(start);
  const [at, behind] = [start + marks.length, start + marks.length + infoString.length];
  const other = otherLanguage(infoString, reading);
  if (other !== undefined) {
    edits.push({ start: at, end: behind, text: other });
    return;
  }
  const converted = convertInfo(infoString, markup);
  if (!converted) return;
  for (const message of converted.diagnostics) conversion.note(place, 'info', `code: ${message}`);
  edits.push({ start: at, end: behind, text: converted.infoString });
}

/** Closes a fence that is never closed, which takes all that follows for code. */
function closeFence(
  marks: string,
  start: number,
  end: number,
  { text, edits, conversion, original }: Reading,
): void {
  const source = text.slice(start, end);
  if (new RegExp(`\\n[\\s>]*${marks}${marks[0]!}*\\s*$`).test(source)) return;
  const container = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const gap = source.endsWith('\n') ? '' : '\n';
  const rest = gap === '' && end < text.length ? '\n' : '';
  const closing = `${gap}${container.replace(/[^>\s]/g, ' ')}${marks}${rest}`;
  edits.push({ start: end, end, text: closing });
  const message =
    'code: the fence is never closed, so that what follows is code, as in the old blog';
  conversion.note(original(start), 'warning', message);
}

/** Returns another info string for a formula or diagram that would not be shown, or is none. */
function otherLanguage(infoString: string, { conversion }: Reading) {
  const { mathByTheme, passthrough } = conversion.around.markup;
  const [language = ''] = /^[^\s{]+/.exec(infoString.trim()) ?? [];
  if (language === 'math' && !mathByTheme && !passthrough) return 'tex';
  return language === 'mermaid' && infoString.trim() !== 'mermaid' ? 'mermaid' : undefined;
}
