import type { Note } from '../note.ts';
import { readContexts } from './text/contexts.ts';
import { Conversion, editedText } from './text/conversion.ts';
import { findFormulas } from './text/formulas.ts';
import { keepAsText } from './text/misread.ts';
import { writeIds } from './text/own-ids.ts';
import { placeShortcodes } from './text/place-shortcodes.ts';
import { Placeholders } from './text/placeholders.ts';
import { readMarkdown } from './text/read-markdown.ts';
import { scanShortcodes } from './text/scan-shortcodes.ts';
import { edited } from 'octavo/internal/html/edits';

export interface TextSource {
  /** Relative to the old blog's folder. */
  file: string;
  /** Markdown with LF line ends. */
  body: string;
  /** The line of the file at which the body starts, from 1. */
  firstLine: number;
}

/** What a text asks about the blog that it is from. */
export interface TextSurroundings {
  /** Hugo's configuration, with Hugo's defaults filled in. */
  markup: {
    unsafe: boolean;
    typographer: boolean;
    autoHeadingIdType: 'github' | 'github-ascii' | 'blackfriday';
    attributeBlock: boolean;
    attributeTitle: boolean;
    hardWraps: boolean;
    definitionList: boolean;
    footnote: boolean;
    linkify: boolean;
    strikethrough: boolean;
    table: boolean;
    taskList: boolean;
    passthrough?: { inline: [string, string][]; block: [string, string][] } | undefined;
    emoji: boolean;
    lineNos: boolean;
    mathByTheme: boolean;
  };
  /** Parameters of front matter and of the site, keys in lower case, for the `param` shortcode. */
  params: Record<string, unknown>;
  siteParams: Record<string, unknown>;
  /**
   * Returns what an address written in this text becomes, without its query and fragment;
   * `undefined` where it stays as it is.
   */
  link: (address: string) => string | undefined;
  /** Returns where `ref` and `relref` of a path lead; `undefined` where there is no such page. */
  ref: (path: string) => string | undefined;
  /**
   * Returns the address to write for a picture or another file that this page names, `./x.png` or
   * `/images/x.png`; `undefined` where there is no such file.
   */
  resource: (address: string) => string | undefined;
  /** The names of shortcodes that the site defines itself. */
  ownShortcodes: ReadonlySet<string>;
}

export interface ConvertedText {
  /** Octavo's Markdown. */
  text: string;
  notes: Note[];
}

/**
 * Returns the Markdown of a Hugo post as Octavo's. Where nothing has to change, the text stays as
 * it is written. Never throws for what an author wrote.
 */
export function convertText(source: TextSource, surroundings: TextSurroundings): ConvertedText {
  const conversion = new Conversion(source, surroundings);
  const { body } = source;
  const placeholders = new Placeholders(body);
  const found = scanShortcodes(body);
  const mayHaveFormulas = /\$|\\[([]/.test(body);
  const contexts =
    found.length > 0 || mayHaveFormulas ? readContexts(found, conversion) : undefined;
  const shortcodes = contexts ? placeShortcodes(found, conversion, contexts, placeholders) : [];
  const formulas = findFormulas(body, surroundings.markup, contexts?.taken ?? []).map((edit) => ({
    ...edit,
    text: placeholders.put(edit.text),
  }));
  const { text, original } = editedText(body, [...shortcodes, ...formulas]);
  const restored = (part: string) => placeholders.restored(part);
  const { edits, headings } = readMarkdown({ text, conversion, original, restored });
  const kept = keepAsText(edited(text, edits), surroundings.markup);
  const written = writeIds(restored(kept), headings, conversion);
  return { text: written, notes: conversion.allNotes() };
}
