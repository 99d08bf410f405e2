import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { edited } from '../html/edits.ts';
import { normalized, withLineEndings } from '../content/read-text.ts';
import type { NodeContext } from '../settings/context.ts';
import { checkContent, type CheckedContent, type CheckOptions } from './check-content.ts';

type Fixed = Diagnostic & { fix: Fix };

/** Ends the loop if two fixes undo each other. */
const MAX_PASSES = 100;

/**
 * Applies the fixes of all diagnostics to the files; returns the fixed diagnostics and the result of
 * a new check. A fix may show another error, which the next pass fixes.
 */
export async function fixContent(
  context: NodeContext,
  checked: CheckedContent,
  options: CheckOptions = {},
) {
  const fixed: Fixed[] = [];
  let now = checked;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    // A text that is not UTF-8 was read with characters replaced, which must not be written.
    const unreadable = new Set(
      now.diagnostics.filter(({ rule }) => rule === 'file-unreadable').map(({ file }) => file),
    );
    const fixable = now.diagnostics.filter(
      (one): one is Fixed => one.fix !== undefined && !unreadable.has(one.file),
    );
    if (fixable.length === 0) break;
    for (const [file, ofFile] of Map.groupBy(fixable, (one) => one.file)) {
      const path = resolve(context.root, file);
      const apart = withoutOverlaps(ofFile);
      const written = readFileSync(path, 'utf8');
      const fixes = apart.map(({ fix }) => fix);
      writeFileSync(path, withLineEndings(edited(normalized(written), fixes), written));
      fixed.push(...apart);
    }
    now = await checkContent(context, { ...options, cached: now.results });
  }
  return { fixed, checked: now };
}

/** Returns the fixes of a file in order, without those that overlap or touch one before them. */
function withoutOverlaps(fixable: readonly Fixed[]): Fixed[] {
  const apart: Fixed[] = [];
  for (const one of fixable.toSorted((a, b) => a.fix.start - b.fix.start)) {
    const last = apart.at(-1);
    if (!last || last.fix.end < one.fix.start) apart.push(one);
  }
  return apart;
}
