import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyFix, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import type { NodeContext } from '../settings/context.ts';
import { checkContent, type CheckedContent } from './check-content.ts';

type Fixed = Diagnostic & { fix: Fix };

/** Ends the loop if two fixes undo each other. */
const MAX_PASSES = 100;

/**
 * Applies the fixes of all diagnostics to the files; returns the fixed diagnostics and the result of
 * a new check. Each pass applies one fix to each file, since a fix moves the others, and may show
 * another error.
 */
export async function fixContent(
  context: NodeContext,
  checked: CheckedContent,
): Promise<{ fixed: Fixed[]; checked: CheckedContent }> {
  const fixed: Fixed[] = [];
  let now = checked;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixable = now.diagnostics.filter((one): one is Fixed => one.fix !== undefined);
    if (fixable.length === 0) break;
    for (const [file, [first]] of Map.groupBy(fixable, (one) => one.file)) {
      const path = resolve(context.root, file);
      writeFileSync(path, applyFix(readFileSync(path, 'utf8'), first!.fix));
      fixed.push(first!);
    }
    now = await checkContent(context, { previous: now });
  }
  return { fixed, checked: now };
}
