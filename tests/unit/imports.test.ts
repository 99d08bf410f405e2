import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { repository } from '../docs.ts';

/** Returns the files that a module imports by relative paths, types included. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(repository, file), 'utf8');
  const code = file.endsWith('.astro') ? (/^---\n([^]*?)^---$/m.exec(source)?.[1] ?? '') : source;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)))
    .filter((path) => existsSync(join(repository, path)));
}

/** Returns a circle of imports as the files on it; empty where there is none. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const imported of imports.get(file) ?? []) {
      const circle = visit(imported, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('the imports of the packages', () => {
  const files = globSync('packages/*/src/**/*.{ts,astro}', { cwd: repository });

  test('have no circle, types included', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(findCircle(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
  });

  test('would show a circle', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(imports)).toEqual(['b', 'c', 'b']);
  });
});
