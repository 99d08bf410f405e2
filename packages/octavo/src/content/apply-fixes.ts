import type { Fix, Position } from '../diagnostics/diagnostic.ts';

/** Applies fixes that do not overlap. */
export function applyFixes(source: string, fixes: readonly Fix[]): string {
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  const offset = ({ line, column }: Position) => (starts[line - 1] ?? source.length) + column - 1;
  return fixes
    .toSorted((a, b) => comparePositions(b.start, a.start))
    .reduce(
      (text, fix) => text.slice(0, offset(fix.start)) + fix.text + text.slice(offset(fix.end)),
      source,
    );
}

/** Compares two positions by their order in a file. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
