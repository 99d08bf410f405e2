import { CHECK_IDS } from '../diagnostics/check-ids.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

/** A comment that switches checks off for a place. */
export interface Ignore {
  /** As they were written. */
  ids: string[];
  place: Position;
  /** What it is about, from its first place to the one behind its last. */
  first: Position;
  last: Position;
}

/** The same with lines of a file. */
export interface IgnoredLines {
  file: string;
  ids: string[];
  first: number;
  last: number;
}

/**
 * Returns the names behind `octavo-ignore` in a comment, whose signs may be around it;
 * `undefined` where it is another comment. A reason may follow: `todo -- the word is meant`.
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

/** Returns what is wrong with the names in a comment: one that no check has, or none at all. */
export function ignoreMistakes(
  { ids }: Pick<Ignore, 'ids'>,
  at: { file: string } & Position,
): Diagnostic[] {
  const { file, line, column } = at;
  const warning = (message: string): Diagnostic => ({
    ...{ file, line, column, severity: 'warning' },
    message: `octavo-ignore: ${message}`,
  });
  if (ids.length === 0) return [warning('names no check, as in octavo-ignore todo')];
  return ids
    .filter((id) => !CHECK_IDS.some((known) => known === id))
    .map((id) => warning(`${id} is not a check that is known${didYouMean(id, CHECK_IDS)}`));
}

/** Returns the diagnostics without those that a comment switches off. */
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
 * Returns the comments in front matter (`# octavo-ignore todo`): each is about the key or the item
 * behind it, and about what is wrong with the file as a whole, which is told of its first line.
 */
export function ignoresOfFrontMatter(file: string, source: string) {
  if (!source.includes('octavo-ignore')) return [];
  const lines = source.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  return lines.slice(0, Math.max(0, end)).flatMap((line, index) => {
    const ids = /^\s*#/.test(line) ? ignoreIn(line) : undefined;
    if (!ids) return [];
    const last = index + 2 + lengthBelow(lines.slice(index + 1, end));
    const place = { line: index + 1, column: line.indexOf('#') + 1 };
    return [{ ids, place, file, first: index + 2, last }];
  });
}

/** Returns how many lines under the first belong to it. */
function lengthBelow([first = '', ...rest]: string[]): number {
  const indent = /^\s*/.exec(first)![0].length;
  const own = rest.findIndex((line) => {
    const [space = ''] = /^\s*/.exec(line) ?? [];
    const isItem = /^\s*-\s/.test(line) && !/^\s*-\s/.test(first);
    return line.trim() !== '' && space.length <= indent && !(isItem && space.length === indent);
  });
  return own === -1 ? rest.length : own;
}
