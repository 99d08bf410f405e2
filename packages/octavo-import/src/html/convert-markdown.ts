import { edited } from 'octavo/internal/html/edits';
import type { OldPage } from '../old/old-page.ts';
import type { Resolve } from '../site/old-blog.ts';
import { COMMON_MARKUP } from '../text/common-markup.ts';
import { Conversion } from '../text/conversion.ts';
import { keepAsText } from '../text/misread.ts';
import { placeMarkedFormulas } from '../text/marked-formulas.ts';
import { Placeholders } from '../text/placeholders.ts';
import { readMarkdown } from '../text/read-markdown.ts';
import type { ConvertedText, TextContext } from '../text/text-source.ts';

/** Returns the text of a page, Markdown made of HTML, with its addresses resolved for the new site. */
export function convertMarkdown({ file, source }: OldPage, resolve: Resolve): ConvertedText {
  const { firstLine } = source;
  const placeholders = new Placeholders(source.body);
  const body = placeMarkedFormulas(source.body, placeholders);
  const conversion = new Conversion({ file, body, firstLine }, { ...CONTEXT, ...resolve });
  const same = (text: string) => text;
  const original = (offset: number) => offset;
  const given = { text: body, conversion, original, restored: same, withoutPlaced: same };
  const { edits } = readMarkdown(given);
  return {
    text: placeholders.restored(keepAsText(edited(body, edits), MARKUP)),
    headingIds: [],
    // A line of the Markdown says nothing about the export.
    diagnostics: conversion
      .allNotes()
      .map(({ severity, message }) => ({ file, line: firstLine, severity, message })),
  };
}

/** What the Markdown that is made of HTML has. */
const MARKUP: TextContext['markup'] = { ...COMMON_MARKUP, attributeTitle: true, emoji: true };

const CONTEXT = {
  markup: MARKUP,
  // Headings have no ids but those that are written.
  anchorOf: () => '',
  headingIdsFrom: 'source' as const,
};
