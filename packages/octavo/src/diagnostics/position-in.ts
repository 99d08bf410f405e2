import type { Position } from './diagnostic.ts';

/** Returns the position of an offset in a text that begins at a position in the file. */
export function positionIn(text: string, offset: number, start: Position = { line: 1, column: 1 }) {
  const lines = text.slice(0, offset).split('\n');
  if (lines.length === 1) return { line: start.line, column: start.column + offset };
  return { line: start.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
