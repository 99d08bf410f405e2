import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { NodeContext } from '../settings/context.ts';
import { applyFixes, comparePositions } from '../content/apply-fixes.ts';
import { checkContent, type CheckedContent } from './check-content.ts';

type Fixed = Diagnostic & { fix: Fix };

/** Enough for any file, and an end where two fixes undo one another. */
const MOST_PASSES = 50;

/**
 * Mends in the files below `root` what is certain. Returns what was mended, and what is wrong
 * after that. Content is checked again after each pass, since a mistake may hide another.
 */
export async function mend(
  context: NodeContext,
  checked: CheckedContent,
): Promise<{ mended: Fixed[]; checked: CheckedContent }> {
  const mended: Fixed[] = [];
  let now = checked;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const chosen = chooseFixes(now.diagnostics);
    if (chosen.length === 0) break;
    for (const [file, fixes] of Map.groupBy(chosen, ({ fix }) => fix.file)) {
      const source = readFileSync(resolve(context.root, file), 'utf8');
      writeFileSync(
        resolve(context.root, file),
        applyFixes(
          source,
          fixes.map(({ fix }) => fix),
        ),
      );
    }
    mended.push(...chosen);
    now = await checkContent(context, { previous: now });
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

function overlap(a: Fix, b: Fix): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
