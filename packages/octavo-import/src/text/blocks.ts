import type { Edit } from 'octavo/internal/html/edits';

/** What may stand before a block on its line: indentation, quotations, marks of lists. */
const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;

/** True where only what a block may stand in is on the lines of a part of a text. */
export function isAlone(text: string, start: number, end: number): boolean {
  const lead = leadOf(text, start);
  return CONTAINERS.exec(lead)![0] === lead && isBlank(restOf(text, end));
}

/** True in a heading or in the row of a table, which has one line. */
export function isInOneLine(text: string, start: number): boolean {
  const line = leadOf(text, start) + restOf(text, start);
  return /^[ \t>]*(?:#{1,6}[ \t]|\|)/.test(line) || /\|.*\|/.test(line);
}

/** Returns the edit that puts a block in the place of a part of a text, apart from what is around. */
export function blockEdit(
  text: string,
  start: number,
  end: number,
  put: (block: (lines: string) => string) => string,
): Edit {
  const lead = leadOf(text, start);
  const containers = CONTAINERS.exec(lead)![0];
  const prefix = containers.replace(/[^>\s]/g, ' ');
  const between = `\n${prefix.trimEnd()}\n${prefix}`;
  const rest = restOf(text, end);
  const before =
    containers === lead
      ? /[^>\s]/.test(lead) || isBlank(lineBefore(text, start))
        ? ''
        : `\n${prefix}`
      : between;
  const isLast = isBlank(rest);
  const after = isLast
    ? isApart(restOf(text, Math.min(text.length, end + rest.length + 1)))
      ? ''
      : `\n${prefix.trimEnd()}`
    : between;
  const spaces = isLast ? rest.length : rest.length - rest.trimStart().length;
  const block = put((lines) =>
    lines.replaceAll(/\n(.*)/g, (_, line: string) => `\n${(prefix + line).trimEnd()}`),
  );
  return { start, end: end + spaces, text: before + block + after };
}

/** Returns the lines of what begins at an offset without what stands before each because of where it is. */
export function withoutContainers(lines: string, text: string, start: number): string {
  const prefix = CONTAINERS.exec(leadOf(text, start))![0].replace(/[^>\s]/g, ' ');
  if (prefix === '') return lines;
  return lines.replaceAll(/\n(.*)/g, (_, line: string) => {
    const own = line.startsWith(prefix)
      ? prefix
      : line.startsWith(prefix.trimEnd()) && prefix.includes('>')
        ? prefix.trimEnd()
        : '';
    return `\n${line.slice(own.length)}`;
  });
}

function leadOf(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function restOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

function lineBefore(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1);
  return start <= 0 ? '' : leadOf(text, start);
}

function isBlank(line: string): boolean {
  return /^[>\s]*$/.test(line);
}

/** True for a line that needs no empty line before it: one that is empty, or is put apart itself. */
function isApart(line: string): boolean {
  return isBlank(line) || /^[>\s]*\{\{[<%][^{\n]*[>%]\}\}\s*$/.test(line);
}
