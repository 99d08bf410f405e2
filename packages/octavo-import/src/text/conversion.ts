import { edited, type Edit } from 'octavo/internal/html/edits';
import type { Diagnostic } from '../diagnostic.ts';
import type { TextSource, TextContext } from './text-source.ts';

/** One text on its way from Hugo's Markdown to Octavo's: what is around it, and what is others of it. */
export class Conversion {
  readonly source: TextSource;
  readonly around: TextContext;
  readonly diagnostics: Diagnostic[] = [];
  readonly #withoutText: number[] = [];

  constructor(source: TextSource, around: TextContext) {
    this.source = source;
    this.around = around;
  }

  /** Tells something of a place, an offset in the text as it was written; the same of a line once. */
  note(offset: number, severity: Diagnostic['severity'], message: string): void {
    const before = this.source.body.slice(0, offset);
    const line = this.source.firstLine + (before.match(/\n/g)?.length ?? 0);
    const column = offset - before.lastIndexOf('\n');
    if (this.diagnostics.some((note) => note.line === line && note.message === message)) return;
    this.diagnostics.push({ file: this.source.file, line, column, severity, message });
  }

  /** Notes a picture, at an offset, that says nothing to who cannot see it; all are others in one. */
  withoutText(offset: number): void {
    this.#withoutText.push(offset);
  }

  /** Returns all that is others, in the order of lines. */
  allNotes(): Diagnostic[] {
    const [first, ...others] = this.#withoutText.toSorted((a, b) => a - b);
    if (first !== undefined) {
      const count = others.length + 1;
      const message =
        count === 1
          ? '1 picture has no alternative text; it is marked as decorative, which an empty text means: say what it shows'
          : `${count} pictures have no alternative text; they are marked as decorative, which an empty text means: say what they show`;
      this.note(first, 'warning', message);
    }
    return this.diagnostics.toSorted((a, b) => a.line - b.line);
  }

  /** Tells something that is so in many places of a text at its first one. */
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
