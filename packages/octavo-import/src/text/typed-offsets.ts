import type { Position } from 'octavo/internal/diagnostics/diagnostic';

/** Returns what leads from offsets in a protected text to those in the text that was typed. */
export function typedOffsets(
  typed: string,
  protectedText: string,
  original: (place: Position) => Position,
): (offset: number) => number {
  if (typed === protectedText) return (offset) => offset;
  const [lines, read] = [lineStarts(typed), lineStarts(protectedText)];
  return (offset) => {
    const line = read.findLastIndex((start) => start <= offset);
    const place = original({ line: line + 1, column: offset - read[line]! + 1 });
    return lines[place.line - 1]! + place.column - 1;
  };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
