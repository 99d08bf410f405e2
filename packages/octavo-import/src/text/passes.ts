import { nodesIn } from 'octavo/internal/markdown/syntax';
import type { Edit } from 'octavo/internal/html/edits';
import { editedText, type EditedText } from './conversion.ts';
import { goldmarkFeatures, placeOf } from './goldmark.ts';

/** A part of a text by its offsets. */
export interface Range {
  start: number;
  end: number;
}

/** Rewrites one kind of syntax of kramdown; `code` are the parts of the text that are code. */
export type Pass = (text: string, code: readonly Range[]) => Edit[];

export const KRAMDOWN_FEATURES = goldmarkFeatures({ footnote: true, definitionList: true });

/** Returns a text after all passes, each over the result of the one before. */
export function applyPasses(given: EditedText, passes: readonly Pass[]): EditedText {
  return passes.reduce((before, pass) => {
    const edits = pass(before.text, codeIn(before.text));
    if (edits.length === 0) return before;
    const { text, original } = editedText(before.text, edits);
    return { text, original: (offset) => before.original(original(offset)) };
  }, given);
}

/** Returns the parts of a text that are code. */
function codeIn(text: string): Range[] {
  if (!/[`~]|^(?: {4}|\t)/m.test(text)) return [];
  return nodesIn(text, 'md', KRAMDOWN_FEATURES)
    .filter(({ type }) => type === 'code' || type === 'inlineCode')
    .map((node) => {
      const [start, end] = placeOf(node);
      return { start, end };
    });
}

/** True for an offset in one of the ranges. */
export function isWithin(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}

/** Returns the edits for all matches of a pattern that are outside of code. */
export function replaceAll(
  text: string,
  code: readonly Range[],
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): Edit[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => !isWithin(index, code))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: replacement(match),
    }));
}
