import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { engineFolder } from '../engine-folder.ts';
import { OVERRIDABLE } from '../owner/overridable.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { digestOf, ejectedSource, withOrigin } from '../owner/ejected.ts';
import { baseOf, engineVersion, overrideOf } from './files.ts';
import { UsageError } from '../terminal/usage-error.ts';

interface Options {
  /** Overwrites overrides that exist. */
  force?: boolean | undefined;
  /** The blog's folder. */
  root?: string;
  /** The folder of the engine's sources. */
  engine?: string;
}

/**
 * Copies components into `src/overrides/`, and their originals into `.base/` there, from which
 * `octavo upgrade` merges. Without names it prints the names of all components.
 *
 * @throws {UsageError} with a line for each component that is unknown or already overridden.
 */
export function eject(
  names: readonly string[],
  { force = false, root = findProjectRoot(process.cwd()), engine = engineFolder }: Options = {},
): void {
  if (names.length === 0) {
    console.log(`octavo eject copies any of these to src/overrides/:\n${KNOWN.join('\n')}`);
    return;
  }
  const errors = names.flatMap((name) => {
    if (!isKnown(name)) return [`unknown component ${name}${didYouMean(name, KNOWN)}`];
    if (force || !existsSync(join(root, overrideOf(name)))) return [];
    return [`${overrideOf(name)} exists; pass --force to overwrite it`];
  });
  if (errors.length > 0) throw new UsageError(errors.join('\n'));
  const version = engineVersion(engine);
  for (const name of names.filter(isKnown)) {
    const original = `${OVERRIDABLE[name]}/${name}.astro`;
    const source = ejectedSource(readFileSync(join(engine, original), 'utf8'), original);
    write(join(root, baseOf(name)), source);
    write(join(root, overrideOf(name)), withOrigin(source, { version, digest: digestOf(source) }));
    console.log(overrideOf(name));
  }
}

type Name = keyof typeof OVERRIDABLE;

const KNOWN = Object.keys(OVERRIDABLE) as Name[];

function isKnown(name: string): name is Name {
  return Object.hasOwn(OVERRIDABLE, name);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
