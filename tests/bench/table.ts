/** Cells of text: names of columns, and rows with as many. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Returns a table of Markdown, all columns but the first aligned to the end. */
export function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'));
  return [columns, rule, ...rows].map(line).join('\n');
}

/** Returns a table for a terminal, in columns as wide as they need. */
export function textTable({ columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}
