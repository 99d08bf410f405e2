import type { Note } from '../note.ts';

export interface TextSource {
  /** Relative to the old blog's folder. */
  file: string;
  /** Markdown with LF line ends. */
  body: string;
  /** Line of the file at which body starts, from 1. */
  firstLine: number;
}

export interface TextSurroundings {
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
  params: Record<string, unknown>;
  siteParams: Record<string, unknown>;
  link(address: string): string | undefined;
  ref(path: string): string | undefined;
  resource(address: string): string | undefined;
  ownShortcodes: ReadonlySet<string>;
}

export interface ConvertedText {
  text: string;
  notes: Note[];
}

export function convertText(source: TextSource, surroundings: TextSurroundings): ConvertedText {
  void surroundings;
  return { text: source.body, notes: [] };
}
