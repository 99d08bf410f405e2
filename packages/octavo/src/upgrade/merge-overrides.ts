import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { merge } from 'node-diff3';
import { globSync } from 'tinyglobby';
import { normalized, withLineEndings } from '../content/read-text.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { baseOf, ejectedSource, originOf, withOrigin, withoutOrigin } from '../owner/ejected.ts';
import { originalOf } from '../owner/overridable.ts';

/**
 * Merges the changes of an engine, given by the folder of its sources, into the ejected components of
 * a blog; returns a line for each that was merged or cannot be.
 */
export function mergeOverrides(root: string, engine: string): string[] {
  return ejectedFiles(root).flatMap((file) => {
    const original = originalOf(file);
    if (original === undefined || !existsSync(join(engine, original)))
      return `${file}  no longer in the engine; delete it`;
    const baseFile = join(root, baseOf(file));
    if (!existsSync(baseFile))
      return `${file}  not merged: its original in src/overrides/.base/ is missing; restore it from git`;
    const base = normalized(readFileSync(baseFile, 'utf8'));
    const theirs = ejectedSource(readFileSync(join(engine, original), 'utf8'), original);
    if (base === theirs) return [];
    const ours = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), mergeVersions({ ours, base, theirs }));
    writeFileSync(baseFile, theirs);
    return `${file}  merged`;
  });
}

/** Returns `file:line` of each unresolved conflict in the ejected components of a blog. */
export function openConflicts(root: string): string[] {
  return ejectedFiles(root).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.startsWith('<<<<<<< ') ? `${file}:${index + 1}` : [])),
  );
}

/** Returns the overrides that were ejected: each has a base, or a comment of its origin. */
function ejectedFiles(root: string): string[] {
  return globSync('src/overrides/*.astro', { cwd: root })
    .filter(
      (file) =>
        existsSync(join(root, baseOf(file))) ||
        originOf(readFileSync(join(root, file), 'utf8')) !== undefined,
    )
    .sort();
}

/** The three versions of an ejected component: `ours` is the owner's, `theirs` the installed engine's. */
type Versions = Record<'ours' | 'base' | 'theirs', string>;

/** Merges versions, with the line endings of `ours`, and with git's markers where both have changes. */
function mergeVersions({ ours, base, theirs }: Versions): string {
  const { version } = packageJson;
  const [a = [], o = [], b = []] = [withoutOrigin(normalized(ours)), base, theirs].map((text) =>
    text.split('\n'),
  );
  const { result } = merge(a, o, b, { label: { a: 'yours', b: `octavo ${version}` } });
  return withLineEndings(withOrigin(result.join('\n'), version), ours);
}
