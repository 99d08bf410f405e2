import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { engineFolder } from '../engine-folder.ts';
import { baseOf, ejectedSource, withOrigin } from '../owner/ejected.ts';
import { originalOf, OVERRIDABLE } from '../owner/overridable.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
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
  const known = Object.keys(OVERRIDABLE);
  if (names.length === 0) {
    console.log(`octavo eject copies any of these to src/overrides/:\n${known.join('\n')}`);
    return;
  }
  const errors = names.flatMap((name) => {
    if (!known.includes(name)) return `unknown component ${name}${didYouMean(name, known)}`;
    if (force || !existsSync(join(root, overrideOf(name)))) return [];
    return `${overrideOf(name)} exists; pass --force to overwrite it`;
  });
  if (errors.length > 0) throw new UsageError(errors.join('\n'));
  for (const override of names.map(overrideOf)) {
    const original = originalOf(override)!;
    const source = ejectedSource(readFileSync(join(engine, original), 'utf8'), original);
    mkdirSync(dirname(join(root, baseOf(override))), { recursive: true });
    writeFileSync(join(root, baseOf(override)), source);
    writeFileSync(join(root, override), withOrigin(source, packageJson.version));
    console.log(override);
  }
}

function overrideOf(name: string): string {
  return `src/overrides/${name}.astro`;
}
