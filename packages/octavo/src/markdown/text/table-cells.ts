import type { TextCheck } from '../text-check.ts';

/** Cells beyond the columns of a table are not shown (GitHub Flavored Markdown, 4.10). */
export const tableCells: TextCheck = {
  id: 'table-cells',
  ofText: ({ longRows }) =>
    longRows.map(({ cells, columns, position }) => ({
      position,
      message: `table: the row has ${cells} cells, the head ${columns}, and the others are not shown; write | in a cell as \\|`,
    })),
};
