import { CHECK_IDS } from '../diagnostics/check-ids.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

/** A comment that switches checks off for a part of a file. */
export interface Ignore {
  /** As written, known or not. */
  ids: string[];
  /** The position of the comment. */
  position: Position;
  /** The range that it covers; `last` is after the last character. */
  first: Position;
  last: Position;
}

/** The lines of a file for which checks are switched off. */
export interface IgnoredLines {
  file: string;
  ids: string[];
  first: number;
  last: number;
}

/**
 * Returns the names after `octavo-ignore` in a comment, with or without its delimiters;
 * `undefined` for any other comment. A reason may follow: `todo -- the word is the subject`.
 */
export function ignoreIn(comment: string): string[] | undefined {
  const [, names] = /^(?:<!--|\/\*|#|\s)*octavo-ignore\b([^]*)$/.exec(comment) ?? [];
  if (names === undefined) return undefined;
  return names
    .replace(/-->|\*\//, '')
    .replace(/\s--\s[^]*$/, '')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}

/** Returns a warning for each unknown name in a comment, or for a comment without a name. */
export function ignoreWarnings(
  { ids }: Pick<Ignore, 'ids'>,
  at: { file: string } & Position,
): Diagnostic[] {
  const { file, line, column } = at;
  const warning = (message: string): Diagnostic => ({
    ...{ file, line, column, severity: 'warning' },
    message: `octavo-ignore: ${message}`,
  });
  if (ids.length === 0) return [warning('missing name of a check, as in octavo-ignore todo')];
  return ids
    .filter((id) => !CHECK_IDS.some((known) => known === id))
    .map((id) => warning(`unknown check ${id}${didYouMean(id, CHECK_IDS)}`));
}

/** Returns the diagnostics that no comment switches off. */
export function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  ignored: readonly IgnoredLines[],
): Diagnostic[] {
  return diagnostics.filter(
    ({ file, line, rule }) =>
      !ignored.some(
        (one) =>
          rule !== undefined &&
          one.ids.includes(rule) &&
          one.file === file &&
          one.first <= line &&
          line <= one.last,
      ),
  );
}

/**
 * Returns the comments in front matter (`# octavo-ignore todo`), each of which covers the key or
 * item below it.
 */
export function ignoresOfFrontMatter(file: string, source: string) {
  if (!source.includes('octavo-ignore')) return [];
  const lines = source.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  return lines.slice(0, Math.max(0, end)).flatMap((line, index) => {
    const ids = /^\s*#/.test(line) ? ignoreIn(line) : undefined;
    if (!ids) return [];
    const last = index + 2 + lengthBelow(lines.slice(index + 1, end));
    const position = { line: index + 1, column: line.indexOf('#') + 1 };
    return [{ ids, position, file, first: index + 2, last }];
  });
}

/** Returns the number of lines below the first that belong to it. */
function lengthBelow([first = '', ...rest]: string[]): number {
  const indent = /^\s*/.exec(first)![0].length;
  const own = rest.findIndex((line) => {
    const [space = ''] = /^\s*/.exec(line) ?? [];
    const isItem = /^\s*-\s/.test(line) && !/^\s*-\s/.test(first);
    return line.trim() !== '' && space.length <= indent && !(isItem && space.length === indent);
  });
  return own === -1 ? rest.length : own;
}
