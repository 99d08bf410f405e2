import { edited } from 'octavo/internal/html/edits';
import type { Conversion, EditedText } from './conversion.ts';
import { keepAsText } from './misread.ts';
import { writeIds } from './own-ids.ts';
import type { Placeholders } from './placeholders.ts';
import { readMarkdown } from './read-markdown.ts';
import type { ConvertedText } from './text-source.ts';

/** Returns a text whose templates and formulas are in placeholders as Octavo's Markdown. */
export function finishConversion(
  { text, original }: EditedText,
  conversion: Conversion,
  placeholders: Placeholders,
): ConvertedText {
  const restored = (part: string) => placeholders.restored(part);
  const withoutPlaced = (part: string) => placeholders.without(part);
  const { edits, headings } = readMarkdown({ text, conversion, original, restored, withoutPlaced });
  const kept = keepAsText(edited(text, edits), conversion.around.markup);
  return {
    text: writeIds(restored(kept), headings, conversion),
    headingIds: headings.flatMap(({ id }) => id ?? []),
    diagnostics: conversion.allNotes(),
  };
}
