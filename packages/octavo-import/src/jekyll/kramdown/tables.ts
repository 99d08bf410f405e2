import { replaceAll, type Pass } from '../../text/passes.ts';

/** Writes a head for a table of kramdown that has none, as GitHub's tables need one, which have no rules below it. */
export const headlessTables: Pass = (text, code) =>
  replaceAll(text, code, /(?<=^|\n[ \t]*\n)\|[^\n]*\|[ \t]*\n(?:\|[^\n]*(?:\n|$))*/g, ([table]) => {
    const lines = table.trimEnd().split('\n');
    const isRule = (line: string | undefined) => /^\|?[ \t]*:?-+[-|: \t+]*$/.test(line ?? '');
    const isRow = (line: string) => !isRule(line) && !/^\|[=|]+$/.test(line);
    if (isRule(lines[1]))
      return `${[...lines.slice(0, 2), ...lines.slice(2).filter(isRow)].join('\n')}\n`;
    const rows = lines.filter(isRow);
    const rule = ruleOf(rows[0] ?? '');
    return `${rule.replace(/-+/g, '   ')}\n${rule}\n${rows.join('\n')}\n`;
  });

function ruleOf(row: string): string {
  const cells = row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/).length;
  return `|${' --- |'.repeat(cells)}`;
}
