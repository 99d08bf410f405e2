import { CHECK_IDS } from '../diagnostics/check-ids.ts';
import { diagnosticOf, type Diagnostic, type Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Settings } from '../settings/settings.ts';
import { blockOf } from './front-matter.ts';

/** A comment that switches checks off for some lines of a file, at its position. */
export interface Ignore extends Position {
  file: string;
  /** As written, known or not. */
  ids: string[];
  /** The lines that it covers. */
  first: number;
  last: number;
}

/**
 * Returns the names after `octavo-ignore` in a comment, with or without its delimiters;
 * `undefined` for any other comment. A reason may follow: `todo -- the word is the subject`.
 */
export function ignoreIn(comment: string): string[] | undefined {
  const [, names] = /^(?:<!--|\/\*|#|\s)*octavo-ignore\b([^]*)$/.exec(comment) ?? [];
  return names
    ?.replace(/-->|\*\//, '')
    .replace(/\s--\s[^]*$/, '')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}

/** Returns a warning for each unknown name in a comment, or for a comment without a name. */
export function ignoreWarnings({ ids, file, line, column }: Omit<Ignore, 'first' | 'last'>) {
  const unknown = ids.filter((id) => !CHECK_IDS.some((known) => known === id));
  const problems =
    ids.length === 0
      ? ['missing name of a check, as in octavo-ignore todo']
      : unknown.map((id) => `unknown check ${id}${didYouMean(id, CHECK_IDS)}`);
  return problems.map((problem) =>
    diagnosticOf('ignore-unknown', { file, line, column }, `octavo-ignore: ${problem}`),
  );
}

/** Returns the diagnostics that neither a comment nor the settings switch off, with the severities set there. */
export function withSettings(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
  { checks }: Pick<Settings, 'checks'>,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { file, line, rule } = diagnostic;
    if (rule === undefined) return diagnostic;
    const level = checks[rule] ?? true;
    const covers = (one: Ignore) => one.file === file && one.first <= line && line <= one.last;
    if (ignores.some((one) => one.ids.includes(rule) && covers(one))) return [];
    if (level === true) return diagnostic;
    return level === false || level === 'off'
      ? []
      : { ...diagnostic, severity: level === 'warn' ? 'warning' : 'error' };
  });
}

/** Returns the comments in front matter (`# octavo-ignore todo`), which cover all of it. */
export function ignoresOfFrontMatter(file: string, source: string): Ignore[] {
  if (!source.includes('octavo-ignore')) return [];
  const lines = blockOf(source).split('\n').slice(0, -1);
  return lines.flatMap((line, index) => {
    const ids = /^\s*#/.test(line) ? ignoreIn(line) : undefined;
    const position = { line: index + 1, column: line.indexOf('#') + 1 };
    return ids ? { ...position, file, ids, first: 1, last: lines.length } : [];
  });
}
