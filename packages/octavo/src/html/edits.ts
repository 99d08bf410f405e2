/** A part of a text, by its offsets, and its replacement. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Returns a text with its parts replaced; of parts within each other the outer one counts. */
export function edited(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let [result, at] = ['', 0];
  for (const { start, end, text: replacement } of inOrder) {
    if (start < at) continue;
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
