import type { Edit } from 'octavo/internal/html/edits';
import type { Conversion } from './conversion.ts';

/** A heading in the order of the text. */
export interface ReadHeading {
  /** What Hugo makes of it; `undefined` where it may be anything. */
  id: string | undefined;
  /** Its last line as it is written, behind a line end where there are others. */
  words: string;
}

/** A body that is read as Hugo reads it, and what was found. */
export interface Reading {
  text: string;
  conversion: Conversion;
  /** What has to be written otherwise. */
  edits: Edit[];
  headings: ReadHeading[];
  /** Returns the place of an offset in the text as it was written. */
  original: (offset: number) => number;
  /** Returns a part of the text with formulas and shortcodes in it. */
  restored: (text: string) => string;
  /** Returns a part of the text without them. */
  withoutPlaced: (text: string) => string;
}
