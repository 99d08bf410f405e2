import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The files that a module imports by their path: `from './x.ts'`, `import '../y.js'`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g;
/** The endings that an import may omit. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '/index.ts', '/index.js'];

/** Returns these files and all that they import by relative paths; paths are relative to `root`. */
export function importedFiles(root: string, files: readonly string[]): string[] {
  const isFile = (path: string) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    if (!/\.m?[jt]s$/.test(path)) return;
    for (const [, , source = ''] of readFileSync(join(root, path), 'utf8').matchAll(IMPORT)) {
      const imported = posix.join(posix.dirname(path), source);
      const ending = ENDINGS.find((one) => isFile(imported + one));
      if (ending !== undefined) add(imported + ending);
    }
  };
  for (const path of files) add(path);
  return [...found].sort();
}
