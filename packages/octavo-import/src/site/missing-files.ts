import { count } from 'octavo/internal/diagnostics/diagnostic';
import type { Diagnostic } from '../diagnostic.ts';

interface Missing {
  /** The URL of the file in the old blog. */
  url: string;
  /** The line of the export. */
  line: number;
}

/** Returns the diagnostics of files that are not beside an export; `folder` is where they were. */
export function missingFiles(
  missing: readonly Missing[],
  { file, folder }: { file: string; folder: string },
): Diagnostic[] {
  if (missing.length === 0) return [];
  const message = `${count(missing.length, 'file')} not found beside the export, left at the old URL; put the folder ${folder} there and import again`;
  return [
    { file, line: 1, severity: 'warning', message },
    ...missing.map(({ url, line }): Diagnostic => ({
      ...{ file: url, line, severity: 'info', message: 'stays at its old URL' },
    })),
  ];
}
