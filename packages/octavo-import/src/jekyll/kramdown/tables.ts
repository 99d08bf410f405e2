import { replaceAll, type Pass } from '../../text/passes.ts';

/** Writes a head for a table of kramdown that has none, as GitHub's tables need one. */
export const headlessTables: Pass = (text, code) =>
  replaceAll(text, code, /(?<=^|\n[ \t]*\n)\|[^\n]*\|[ \t]*\n(?:\|[^\n]*(?:\n|$))*/g, ([table]) => {
    const lines = table.trimEnd().split('\n');
    const isRule = (line: string | undefined) => /^\|?[ \t]*:?-+[-|: \t+]*$/.test(line ?? '');
    if (isRule(lines[1])) return table;
    const rows = lines.filter((line) => !isRule(line) && !/^\|[=|]+$/.test(line));
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
