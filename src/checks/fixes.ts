import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Fix } from '../blog/diagnostics.ts';
import type { Position } from '../blog/front-matter.ts';
import type { Settings } from '../blog/settings.ts';
import { checkContent, type CheckedContent } from './check-content.ts';

type Fixed = Diagnostic & { fix: Fix };

/** Enough for any file, and an end where two fixes undo one another. */
const MOST_PASSES = 50;

/**
 * Mends in the files below `root` what is certain. Returns what was mended, and what is wrong
 * after that. Content is checked again after each pass, since a mistake may hide another.
 */
export async function mend(
  root: string,
  settings: Settings,
  checked: CheckedContent,
): Promise<{ mended: Fixed[]; checked: CheckedContent }> {
  const mended: Fixed[] = [];
  let now = checked;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const chosen = chooseFixes(now.diagnostics);
    if (chosen.length === 0) break;
    for (const [file, fixes] of Map.groupBy(chosen, ({ fix }) => fix.file)) {
      const source = readFileSync(resolve(root, file), 'utf8');
      writeFileSync(
        resolve(root, file),
        applyFixes(
          source,
          fixes.map(({ fix }) => fix),
        ),
      );
    }
    mended.push(...chosen);
    now = await checkContent(root, settings, { previous: now });
  }
  return { mended, checked: now };
}

/**
 * Returns the fixes that can be made at once: none that overlaps with another or touches it, as
 * those of neighbours in a list do.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[]): Fixed[] {
  const chosen: Fixed[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix) continue;
    const isApart = chosen.every(
      (other) => other.fix.file !== fix.file || !overlap(other.fix, fix),
    );
    if (isApart) chosen.push({ ...diagnostic, fix });
  }
  return chosen;
}

/** Returns a text with fixes made in it that do not overlap. */
export function applyFixes(source: string, fixes: readonly Fix[]): string {
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  const offset = ({ line, column }: Position) => (starts[line - 1] ?? source.length) + column - 1;
  return fixes
    .toSorted((a, b) => comparePlaces(b.start, a.start))
    .reduce(
      (text, fix) => text.slice(0, offset(fix.start)) + fix.text + text.slice(offset(fix.end)),
      source,
    );
}

function overlap(a: Fix, b: Fix): boolean {
  return comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;
}

function comparePlaces(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
