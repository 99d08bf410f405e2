import { posix } from 'node:path';
import { normalized } from '../content/read-text.ts';

/** Returns the file with the original of an override, from which its changes are merged. */
export function baseOf(override: string): string {
  return override.replace('overrides/', 'overrides/.base/');
}

/**
 * Returns the source of a component with imports from the package instead of relative ones; `path` is
 * its path in the engine's folder.
 */
export function ejectedSource(source: string, path: string): string {
  const folder = posix.dirname(path);
  return normalized(source).replace(
    IMPORT,
    (_, before: string, quote: string, specifier: string) => {
      const from = packagePath(posix.join(folder, specifier));
      return `${before}${quote}${from}${quote}`;
    },
  );
}

/** Adds the comment with the origin to an ejected source, in its fence. */
export function withOrigin(source: string, version: string): string {
  const comment = `// Ejected from octavo ${version}; "octavo upgrade" merges later changes.`;
  return source.replace(/^---\n/, `---\n${comment}\n`);
}

/** Removes the comment with the origin from an ejected source. */
export function withoutOrigin(source: string): string {
  return source.replace(ORIGIN, '');
}

/** Returns the version that a source was ejected from or merged with, and the position of the comment. */
export function originOf(source: string) {
  const match = ORIGIN.exec(source);
  if (!match) return undefined;
  const [, indent = '', version = ''] = match;
  const line = source.slice(0, match.index).split('\n').length;
  return { version, line, column: indent.length + 1 };
}

/** A relative import, export or dynamic import, of a script or a style sheet. */
const IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\2/g;

const ORIGIN = /^([ \t]*)\/\/ Ejected from octavo ([^\s;]+);.*\r?\n/m;

/** Returns the specifier of a file of the engine in the exports of package.json. */
function packagePath(path: string): string {
  if (/^(?:components|layouts|slots|styles)\//.test(path)) return `octavo/${path}`;
  return `octavo/internal/${path.replace(/\.[jt]s$/, '')}`;
}
