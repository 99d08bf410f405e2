import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Position } from '../diagnostics/diagnostic.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { SettingsError } from '../diagnostics/settings-error.ts';

const SITE_CONFIG = 'src/site.config.ts';

type FilePosition = Position & { file: string };

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

/** Returns the first position in a stack that is in a source file of the blog. */
function stackPosition(stack: string, root: string): FilePosition | undefined {
  const lines = stack.replaceAll(pathToFileURL(root).href, root).split('\n');
  for (const [index, text] of lines.entries()) {
    const [, path = ''] = text.split(root);
    const [, file = '', line, column] = /^(src\/[^?]+?):(\d+)(?::(\d+))?\)?$/.exec(path) ?? [];
    if (line === undefined) continue;
    // Node prints a syntax error as `file:line`, lines of code, and a caret under the column.
    const caret = lines.slice(index).find((below) => /^\s*\^+$/.test(below));
    return { file, line: Number(line), column: Number(column ?? (caret?.indexOf('^') ?? 0) + 1) };
  }
  return undefined;
}

/** Returns the position of an import that was not found; Node names only the file. */
function importPosition(message: string, file: string, root: string): FilePosition | undefined {
  if (!existsSync(join(root, file))) return undefined;
  const [, specifier = ''] = /'(.+)'/.exec(message) ?? [];
  const quoted = new RegExp(`['"][^'"\\n]*${RegExp.escape(basename(specifier))}['"/]`);
  const source = readFileSync(join(root, file), 'utf8');
  return { file, ...positionIn(source, Math.max(source.search(quoted), 0)) };
}
