import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { positionIn } from '../diagnostics/position-in.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';
import { stackPosition, type FilePosition } from '../diagnostics/stack-position.ts';

const SITE_CONFIG = 'src/site.config.ts';

/** An error of Node's import, or of Vite, by which Astro loads a config that Node cannot. */
interface ImportError extends Error {
  /** The syntax errors of Vite; columns are counted from 0. */
  errors?: (Error & { loc?: FilePosition })[];
}

/**
 * Returns an error of the import of a configuration as `file:line:column  message`, with the position
 * in that file, by default `src/site.config.ts`, or in one that it imports.
 *
 * @param root The root folder of the blog, with a slash at its end.
 */
export function configError(thrown: unknown, root: string, config = SITE_CONFIG): SettingsError {
  const error: ImportError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { message, stack = '' } = error.errors?.[0] ?? error;
  const [firstLine = ''] = stripVTControlCharacters(message).replaceAll(root, '').split('\n');
  const [text = '', importer] = firstLine.split(' imported from ');
  const position =
    importer === undefined
      ? (syntaxPosition(error, root) ?? stackPosition(stack, root))
      : importPosition(text, importer, root);
  const { file, line, column } = position ?? { file: config, line: 1, column: 1 };
  return new SettingsError(`${file}:${line}:${column}  ${text.replace(/^\[\w+\] /, '')}`);
}

function syntaxPosition({ errors }: ImportError, root: string): FilePosition | undefined {
  const loc = errors?.[0]?.loc;
  return loc && { ...loc, file: loc.file.replace(root, ''), column: loc.column + 1 };
}

/** Returns the position of an import that was not found; Node names only the file. */
function importPosition(message: string, file: string, root: string): FilePosition | undefined {
  if (!existsSync(join(root, file))) return undefined;
  const [, specifier = ''] = /'(.+)'/.exec(message) ?? [];
  const quoted = new RegExp(`['"][^'"\\n]*${RegExp.escape(basename(specifier))}['"/]`);
  const source = readFileSync(join(root, file), 'utf8');
  return { file, ...positionIn(source, Math.max(source.search(quoted), 0)) };
}
