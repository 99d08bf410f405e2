import { normalizePath, type Plugin } from 'vite';
import { formatDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathFrom } from '../file-path.ts';
import type { Context } from '../settings/context.ts';

/** An error of Lightning CSS, by which Vite minifies; lines and columns are counted from 1. */
type StyleError = Error & { fileName: string; loc: { line: number; column: number } };

/**
 * Reports errors in the owner's style sheets at their positions: Vite minifies all styles of a site
 * together, and leaves errors to browsers in `dev`.
 */
export function ownStyles({ root, mode }: Pick<Context, 'root' | 'mode'>): Plugin {
  const folder = normalizePath(`${root}src/`);
  return {
    name: 'octavo:own-styles',
    async transform(code, id) {
      if (!id.startsWith(folder) || !id.endsWith('.css') || id.includes('?')) return;
      const { bundle, transform } = await import('lightningcss');
      const inCode = thrownBy(() => transform({ filename: id, code: Buffer.from(code) }));
      if (!inCode) return;
      // Vite has put the style sheets that it imports into the code.
      const inFiles = thrownBy(() => bundle({ filename: id }));
      const { fileName, loc, message } = inFiles?.message === inCode.message ? inFiles : inCode;
      const { line, column } = loc;
      const file = pathFrom(root, normalizePath(fileName));
      const error: Diagnostic = {
        ...{ file, line, column },
        severity: 'error',
        message: `CSS: ${message}`,
      };
      // Astro's overlay shows the position, but not what it prints.
      if (mode === 'dev') console.error(formatDiagnostic(error));
      this.error({ message: error.message, loc: { file: root + file, line, column: column - 1 } });
    },
  };
}

function thrownBy(run: () => unknown): StyleError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error as StyleError;
  }
}
