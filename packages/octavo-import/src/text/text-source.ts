import type { Diagnostic } from '../diagnostic.ts';

/** The body of a Hugo post. */
export interface TextSource {
  /** Relative to the old blog's folder. */
  file: string;
  /** Markdown with LF line ends. */
  body: string;
  /** The line of the file at which the body starts, from 1. */
  firstLine: number;
}

/** What a conversion asks about the old blog. */
export interface TextContext {
  /** Hugo's configuration, with Hugo's defaults filled in. */
  markup: {
    unsafe: boolean;
    typographer: boolean;
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
  /** Returns the id of a heading from the last line of its text; one that is taken gets a number. */
  anchorOf: (line: string) => string;
  /** What ids of headings are made of: their plain text, or the Markdown as it is written. */
  headingIdsFrom: 'text' | 'source';
  /**
   * Returns what an address written in this text becomes, without its query and fragment;
   * `undefined` where it stays as it is. The caller appends the fragment.
   */
  link: (address: string, fragment?: string) => string | undefined;
  /** Returns where `ref` and `relref` of a path lead; `undefined` where there is no such page. */
  ref: (path: string) => string | undefined;
  /**
   * Returns the address to write for a picture or another file that this page names, `./x.png` or
   * `/images/x.png`; `undefined` where there is no such file.
   */
  resource: (address: string) => string | undefined;
}

/** A converted body. */
export interface ConvertedText {
  /** Octavo's Markdown. */
  text: string;
  /** The ids that its headings had in the old blog, as far as they are known. */
  headingIds: string[];
  /** The body after the templates in it were expanded, if the system has any. */
  expanded?: string;
  diagnostics: Diagnostic[];
}
