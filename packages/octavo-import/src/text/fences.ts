import type { MdastNode } from 'satteri';
import { convertInfo } from './fence-words.ts';
import { placeOf } from './goldmark.ts';
import type { Reading } from './reading.ts';

type Code = Extract<MdastNode, { type: 'code' }>;

/** Writes the info string of a fence in Octavo's words. */
export function readFence(node: Readonly<Code>, reading: Reading): void {
  const { text, edits, conversion, original } = reading;
  const { markup } = conversion.around;
  const [start] = placeOf(node);
  const [, marks, infoString = ''] = /^(`{3,}|~{3,})([^\n]*)/.exec(text.slice(start)) ?? [];
  if (marks === undefined || infoString.trim() === '') return;
  const place = original(start);
  const [at, end] = [start + marks.length, start + marks.length + infoString.length];
  const other = otherLanguage(infoString, reading);
  if (other !== undefined) {
    edits.push({ start: at, end, text: other });
    return;
  }
  const converted = convertInfo(infoString, markup);
  if (!converted) return;
  for (const message of converted.diagnostics) conversion.note(place, 'info', `code: ${message}`);
  edits.push({ start: at, end, text: converted.infoString });
}

/** Returns another info string for a formula or diagram that would not be shown, or is none. */
function otherLanguage(infoString: string, { conversion }: Reading) {
  const { mathByTheme, passthrough } = conversion.around.markup;
  const [language = ''] = /^[^\s{]+/.exec(infoString.trim()) ?? [];
  if (language === 'math' && !mathByTheme && !passthrough) return 'tex';
  return language === 'mermaid' && infoString.trim() !== 'mermaid' ? 'mermaid' : undefined;
}
