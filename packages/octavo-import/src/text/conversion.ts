import { edited, type Edit } from 'octavo/internal/html/edits';
import type { Diagnostic } from '../diagnostic.ts';
import type { TextSource, TextContext } from './text-source.ts';

/** The conversion of one text to Octavo's Markdown: its context, and its diagnostics. */
export class Conversion<Context extends TextContext = TextContext> {
  readonly source: TextSource;
  readonly around: Context;
  readonly diagnostics: Diagnostic[] = [];
  /** The parts of the text that its system shows without reading Markdown in them. */
  readonly plainParts: { start: number; end: number }[] = [];
  readonly #withoutText: number[] = [];

  constructor(source: TextSource, around: Context) {
    this.source = source;
    this.around = around;
  }

  /** Reports a diagnostic at an offset of the original text; the same message once a line. */
  note(offset: number, severity: Diagnostic['severity'], message: string): void {
    const before = this.source.body.slice(0, offset);
    const line = this.source.firstLine + (before.match(/\n/g)?.length ?? 0);
    const column = offset - before.lastIndexOf('\n');
    if (this.diagnostics.some((note) => note.line === line && note.message === message)) return;
    this.diagnostics.push({ file: this.source.file, line, column, severity, message });
  }

  /** Notes a picture without alternative text, at an offset; one diagnostic is about them all. */
  withoutText(offset: number): void {
    this.#withoutText.push(offset);
  }

  /** Returns all diagnostics, in the order of lines. */
  allNotes(): Diagnostic[] {
    // Without a number: the report has texts with the same message in one line.
    if (this.#withoutText.length > 0)
      this.note(
        Math.min(...this.#withoutText),
        'warning',
        'pictures without alternative text are marked as decorative, which an empty text means; say what they show',
      );
    return this.diagnostics.toSorted((a, b) => a.line - b.line);
  }

  /** Reports a diagnostic once, at its first position. */
  reportOnce(offset: number, severity: Diagnostic['severity'], message: string): void {
    if (!this.diagnostics.some((note) => note.message === message))
      this.note(offset, severity, message);
  }
}

/** A text that was made of another by edits. */
export interface EditedText {
  text: string;
  /** Returns the offset in the other text of an offset in this one. */
  original: (offset: number) => number;
}

/** Edits a text; none of the edits may lie within another. */
export function editedText(text: string, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return { text, original: (offset) => offset };
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  return {
    text: edited(text, inOrder),
    original(offset) {
      let moved = 0;
      for (const { start, end, text: replacement } of inOrder) {
        if (offset < start + moved) break;
        if (offset < start + moved + replacement.length) return start;
        moved += replacement.length - (end - start);
      }
      return offset - moved;
    },
  };
}
