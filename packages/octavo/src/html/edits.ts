/** A replacement of a part of a text, by its offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Returns a text with parts replaced; of nested parts the outer one wins. */
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
