import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../template/', import.meta.url));

/** The names of files in the package that npm leaves out of it under their own names. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

const FILES = '{*,.gitignore,.github/**/*,public/*,src/**/*}';

/** Returns the files of the template by their path in the blog: text, or bytes of an icon. */
export function readTemplate(): Record<string, string | Uint8Array> {
  const files = globSync(FILES, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
  return Object.fromEntries(files.map((path) => [RENAMED[path] ?? path, read(path)]));
}

function read(path: string): string | Uint8Array {
  return readFileSync(join(folder, path), path.startsWith('public/') ? null : 'utf8');
}
