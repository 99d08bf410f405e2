import type { Diagnostic } from '../diagnostic.ts';
import type { OldPage } from './old-page.ts';

/** Returns the diagnostic of the front matter keys that are not imported; `file` is the configuration. */
export function skippedKeys(
  pages: readonly OldPage[],
  read: ReadonlySet<string>,
  file: string,
): Diagnostic[] {
  const keys = new Set(pages.flatMap(({ source }) => Object.keys(source.values)));
  const skipped = [...keys].filter((key) => !read.has(key)).sort();
  if (skipped.length === 0) return [];
  const message = `skipped front matter keys: ${skipped.join(', ')}`;
  return [{ file, line: 1, severity: 'info', message }];
}
