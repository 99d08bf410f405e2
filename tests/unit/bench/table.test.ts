import { expect, test } from 'vitest';
import { markdownTable, textTable } from '../../bench/table.ts';
import { withSection } from '../../bench/write-section.ts';

const table = {
  columns: ['', 'time'],
  rows: [
    ['cold', '1.20 s'],
    ['again', '10 s'],
  ],
};

test('a table of Markdown aligns figures to the end', () => {
  expect(markdownTable(table)).toBe(
    '|  | time |\n| --- | --: |\n| cold | 1.20 s |\n| again | 10 s |',
  );
});

test('a table of a terminal is as wide as it needs', () => {
  expect(textTable(table)).toBe('         time\ncold   1.20 s\nagain    10 s');
});

const page =
  'A\n\n<!-- bench: one -->\nold\n<!-- /bench -->\n\n<!-- bench: two -->\n<!-- /bench -->\n';

test('a section is put between the markers of its name, and nowhere else', () => {
  expect(withSection(page, 'two', 'new')).toBe(page.replace('two -->\n', 'two -->\n\nnew\n\n'));
  expect(withSection(withSection(page, 'one', 'new'), 'one', 'newer')).toBe(
    page.replace('\nold\n', '\n\nnewer\n\n'),
  );
});

test('a page without the markers is a mistake', () => {
  expect(() => withSection(page, 'three', 'new')).toThrow('<!-- bench: three -->');
});
