import type { ConvertedText, TextSource, TextContext } from '../text/text-source.ts';
import { readContexts } from './text/contexts.ts';
import { Conversion, editedText } from '../text/conversion.ts';
import { findFormulas } from '../text/formulas.ts';
import { keepAsText } from '../text/misread.ts';
import { writeIds } from '../text/own-ids.ts';
import { placeShortcodes } from './text/place-shortcodes.ts';
import { Placeholders } from '../text/placeholders.ts';
import { readMarkdown } from '../text/read-markdown.ts';
import { scanShortcodes } from './text/scan-shortcodes.ts';
import { edited } from 'octavo/internal/html/edits';

/**
 * Returns the Markdown of a Hugo post as Octavo's. Where nothing has to change, the text stays as
 * it is written. Never throws for what an author wrote.
 */
export function convertText(source: TextSource, context: TextContext): ConvertedText {
  const conversion = new Conversion(source, context);
  const { body } = source;
  const placeholders = new Placeholders(body);
  const found = scanShortcodes(body);
  const mayHaveFormulas = /\$|\\[([]/.test(body);
  const contexts =
    found.length > 0 || mayHaveFormulas ? readContexts(found, conversion) : undefined;
  const shortcodes = contexts ? placeShortcodes(found, conversion, contexts, placeholders) : [];
  const formulas = findFormulas(body, context.markup, contexts?.taken ?? []).map((edit) => ({
    ...edit,
    text: placeholders.put(edit.text),
  }));
  const { text, original } = editedText(body, [...shortcodes, ...formulas]);
  const restored = (part: string) => placeholders.restored(part);
  const withoutPlaced = (part: string) => placeholders.without(part);
  const reading = { text, conversion, original, restored, withoutPlaced };
  const { edits, headings } = readMarkdown(reading);
  const kept = keepAsText(edited(text, edits), context.markup);
  const written = writeIds(restored(kept), headings, conversion);
  const headingIds = headings.flatMap(({ id }) => id ?? []);
  return { text: written, headingIds, diagnostics: conversion.allNotes() };
}
