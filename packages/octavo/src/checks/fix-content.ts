import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { NodeContext } from '../settings/context.ts';
import { applyFixes, comparePositions } from '../content/apply-fixes.ts';
import { checkContent, type CheckedContent } from './check-content.ts';

type Fixed = Diagnostic & { fix: Fix };

/** Ends the loop if two fixes undo each other. */
const MAX_PASSES = 50;

/**
 * Applies the fixes of all diagnostics to the files; returns the fixed diagnostics and the result of
 * a new check. Content is checked again after each pass, since an error may hide another.
 */
export async function fixContent(
  context: NodeContext,
  checked: CheckedContent,
): Promise<{ fixed: Fixed[]; checked: CheckedContent }> {
  const fixed: Fixed[] = [];
  let now = checked;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
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
    fixed.push(...chosen);
    now = await checkContent(context, { previous: now });
  }
  return { fixed, checked: now };
}

/**
 * Returns the fixes that can be applied together: none overlaps or touches another, as those of
 * neighbors in a list do.
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
