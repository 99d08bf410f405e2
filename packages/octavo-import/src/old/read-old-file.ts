import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { decodeText } from './decode.ts';
import { readOldFile, type OldFile, type ReadOptions } from './old-file.ts';

/** Beyond this a text is no post, and would hold up all others. */
const LONGEST_TEXT = 32 * 1024 * 1024;

/** Reads the content file at a path below the old blog's folder; `undefined`, with a diagnostic, if it cannot be read. */
export function readOldFileAt(
  root: string,
  file: string,
  diagnostics: Diagnostic[],
  options?: ReadOptions,
): OldFile | undefined {
  const report = (message: string) =>
    void diagnostics.push({ file, line: 1, severity: 'error', message });
  const path = join(root, file);
  const { size } = statSync(path);
  if (size > LONGEST_TEXT)
    return report(`text of ${Math.round(size / 1024 / 1024)} MB is too large; skipped`);
  const decoded = decodeText(readFileSync(path));
  if (!decoded) return report('not a text file; skipped');
  const source = readOldFile(file, options?.prepare?.(decoded.text) ?? decoded.text, options);
  const fixed = decoded.fixed.map((message): Diagnostic => ({
    ...{ file, line: 1, severity: 'warning', message },
  }));
  diagnostics.push(...fixed, ...source.diagnostics);
  const isUnreadable = source.diagnostics.some(({ severity }) => severity === 'error');
  return isUnreadable ? undefined : source;
}
