import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { stackPosition, type FilePosition } from '../diagnostics/stack-position.ts';
import { firstLine } from '../diagnostics/unexpected-error.ts';
import { pathFrom } from '../file-path.ts';

/** An error of a build by Astro. */
interface BuildError extends Error {
  /** What Vite could not read. */
  errors?: BuildError[];
  /** The file that could not be read; columns are counted from 0. */
  loc?: Partial<FilePosition>;
  id?: string;
  /** The component of the page that could not be made. */
  component?: string;
}

/**
 * Returns the errors in the code of a blog that ended its build: components, pages, styles; none if an
 * error is in no file of `src/` and not in `astro.config.*`.
 *
 * @param root The root folder of the blog, with a slash at its end.
 */
export function codeErrors(thrown: BuildError, root: string): Diagnostic[] {
  const diagnostics = (thrown.errors ?? [thrown]).map((error): Diagnostic | undefined => {
    const { loc, id, component = '', stack = '' } = error;
    const path = loc?.file ?? id;
    const position =
      path === undefined
        ? (stackPosition(stack, root) ?? readAt(component, root))
        : readAt(path, root, loc);
    if (!/^(?:src\/|astro\.config\.)/.test(position.file)) return undefined;
    const message = stripVTControlCharacters(error.message).replaceAll(root, '');
    const [problem = ''] = message.split('\n');
    const text = path === undefined ? firstLine({ ...error, message }) : problem;
    return { ...position, severity: 'error', message: text, stack };
  });
  return diagnostics.every((one) => one !== undefined) ? diagnostics : [];
}

function readAt(
  path: string,
  root: string,
  { line, column = 0 }: BuildError['loc'] = {},
): FilePosition {
  // The styles of a component are a part of its file: `a.astro?astro&type=style`.
  const [source = ''] = path.split('?');
  const file = pathFrom(root, resolve(root, source));
  return line === undefined ? { file, line: 1, column: 1 } : { file, line, column: column + 1 };
}
