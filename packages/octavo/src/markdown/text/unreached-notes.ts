import type { MdastNode, MdastVisitorContext } from 'satteri';
import { documentOf } from '../document.ts';
import { descendantsOf } from '../syntax.ts';

type Note = Extract<MdastNode, { type: 'footnoteDefinition' }>;

/** False for a text without a reference in or behind a note: to read a whole tree costs more. */
export function mayHaveUnreached(source: string): boolean {
  const [, ...notes] = source.split(DEFINITION);
  return notes.some((text) => text.includes('[^'));
}

/** The mark of a note at the start of a line, also within lists and quotations. */
const DEFINITION = /^[ \t>*+\-\d.)]*\[\^[^\]\n]+\]:/m;

/** Returns the footnotes that only footnotes refer to, and the text to none of these. */
export function unreachedNotes(root: Readonly<MdastNode>): Note[] {
  const all = descendantsOf(root).filter((node) => node.type === 'footnoteDefinition');
  // Of two with one name, the first is used.
  const notes = new Map(all.toReversed().map((note) => [note.identifier, note]));
  const inNotes = new Set(all.flatMap(referencesIn));
  const reached = new Set<string>();
  const reach = (identifiers: string[]) => {
    for (const identifier of identifiers) {
      const note = reached.has(identifier) ? undefined : notes.get(identifier);
      reached.add(identifier);
      if (note) identifiers.push(...referencesIn(note));
    }
  };
  reach(referencesIn(root));
  const unreached: Note[] = [];
  for (const note of [...notes.values()].toReversed()) {
    if (reached.has(note.identifier) || !inNotes.has(note.identifier)) continue;
    unreached.push(note);
    reach([note.identifier]);
  }
  return unreached;
}

/** Returns the footnotes that a node refers to, not those that footnotes in it refer to. */
function referencesIn(node: Readonly<MdastNode>): string[] {
  if (node.type === 'footnoteReference') return [node.identifier];
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'footnoteDefinition' ? [] : referencesIn(child),
  );
}

/** Refers to a footnote where it is defined: without a reference in the text it is not shown. */
export function showNote(note: Note, ctx: MdastVisitorContext): void {
  const { identifier, label, position } = note;
  const reference = { type: 'footnoteReference' as const, identifier, label: label ?? identifier };
  ctx.insertBefore(note, { type: 'paragraph', children: [reference] });
  const message = `footnote: only footnotes refer to [^${identifier}]; refer to it in the text`;
  documentOf(ctx).report(position?.start, message, 'footnote-unused');
}
