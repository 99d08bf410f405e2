import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readText } from '../content/read-text.ts';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Context } from '../settings/context.ts';

/** The file of known problems, relative to the blog's root folder. */
export const BASELINE = 'check-baseline.json';

/** The targets of known problems by file and check. */
const schema = z.record(z.string(), z.record(z.string(), z.array(z.string())));
type Baseline = z.infer<typeof schema>;

/** Each of them takes a page or a published URL away, which no baseline may hide. */
const NEVER_KNOWN = /^(?:|file-unreadable|front-matter|mdx|permalink-.*|plugin|url-taken)$/;

/**
 * Marks the known problems, which become warnings. Adds a warning for fixed ones, which `--fix`
 * removes from the file.
 */
export function withBaseline(
  diagnostics: readonly Diagnostic[],
  { root, mode }: Pick<Context, 'root' | 'mode'>,
): Diagnostic[] {
  if (!existsSync(join(root, BASELINE))) return [...diagnostics];
  const { text } = readText(root, BASELINE);
  const baseline = parseBaseline(text);
  if (!baseline) {
    const message = 'invalid; restore it, or delete it and run octavo check --baseline';
    return [...diagnostics, { ...START, severity: 'error', message }];
  }
  const marked = diagnostics.map((one) =>
    canBeKnown(one) && baseline[one.file]?.[one.rule!]?.includes(targetOf(one))
      ? { ...one, severity: 'warning' as const, known: true }
      : one,
  );
  const left = baselineOf(marked);
  const fixed = sizeOf(baseline) - sizeOf(left);
  // Other modes show drafts too, where other links are found.
  if (fixed === 0 || mode !== 'build') return marked;
  const message = `known problems fixed since: ${fixed}; octavo check --fix removes them here`;
  const done = `removed known problems fixed since: ${fixed}`;
  const fix = { start: 0, end: text.length, text: textOf(left), done };
  return [...marked, { ...START, severity: 'warning', message, fix }];
}

const START = { file: BASELINE, line: 1, column: 1 };

function parseBaseline(text: string): Baseline | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function canBeKnown({ rule }: Diagnostic): boolean {
  return !NEVER_KNOWN.test(rule ?? '');
}

/** Returns the identity of a problem in its file: its URL, or its message without the hint. */
function targetOf({ target, message }: Diagnostic): string {
  return target ?? message.replace(/;.*$/s, '');
}

/** Returns the known problems among diagnostics, sorted. */
function baselineOf(diagnostics: readonly Diagnostic[]): Baseline {
  const baseline: Baseline = {};
  for (const one of sortDiagnostics(diagnostics)) {
    if (!one.known) continue;
    const ofFile = (baseline[one.file] ??= {});
    ofFile[one.rule!] = [...new Set([...(ofFile[one.rule!] ?? []), targetOf(one)])].sort();
  }
  return baseline;
}

function sizeOf(baseline: Baseline): number {
  return Object.values(baseline).flatMap((ofFile) => Object.values(ofFile).flat()).length;
}

function textOf(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/**
 * Adds problems to the known ones and writes the file; returns the diagnostics as a check with that
 * file reports them.
 */
export function addToBaseline(
  diagnostics: readonly Diagnostic[],
  root: string,
  isAdded: (diagnostic: Diagnostic) => boolean = ({ severity }) => severity === 'error',
): Diagnostic[] {
  const added = diagnostics.map((one) =>
    canBeKnown(one) && isAdded(one) ? { ...one, known: true } : one,
  );
  if (added.some(({ known }) => known))
    writeFileSync(join(root, BASELINE), textOf(baselineOf(added)));
  const others = diagnostics.filter(({ file }) => file !== BASELINE);
  return withBaseline(others, { root, mode: 'build' });
}

/** Returns the diagnostics with one warning for all known problems. */
export function summarizeKnown(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = diagnostics.filter((one) => one.known);
  if (known.length === 0) return [...diagnostics];
  const counts = [...Map.groupBy(known, ({ rule }) => rule)]
    .sort(([, few], [, many]) => many.length - few.length)
    .map(([rule, { length }]) => `${length} ${rule}`);
  const message = `known problems: ${known.length} (${counts.join(', ')}); octavo check --known lists them`;
  const others = diagnostics.filter((one) => !one.known);
  return sortDiagnostics([...others, { ...START, severity: 'warning', message }]);
}
