import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

/** The number of paths to print. */
const SHOWN = 5;

/** Compares the pages of two builds; returns lines: how many differ, and the first few. */
export function compareSites(before: string, after: string): string[] {
  const pages = new Set([before, after].flatMap((cwd) => globSync('**/*.html', { cwd })));
  const differing = [...pages]
    .filter((path) => htmlOf(join(before, path)) !== htmlOf(join(after, path)))
    .sort();
  return [
    `${differing.length} of ${pages.size} pages differ`,
    ...differing.slice(0, SHOWN).map((path) => `  ${path}`),
    ...(differing.length > SHOWN ? [`  and ${differing.length - SHOWN} more`] : []),
  ];
}

function htmlOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
