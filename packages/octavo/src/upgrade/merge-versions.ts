import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf, originOf, withLf, withOrigin, withoutOrigin } from '../owner/ejected.ts';

/** The three versions of an ejected component. */
export interface Versions {
  /** The owner's, with the comment of its origin. */
  ours: string;
  /** The original that it was ejected from or merged with. */
  base: string;
  /** The original in the installed engine, as it would be ejected. */
  theirs: string;
}

export interface Merged {
  /** With the comment of its new origin, and with markers where there are conflicts. */
  text: string;
  /** The lines of the first markers of conflicts. */
  conflicts: number[];
}

/**
 * Merges the engine's changes of a component into the owner's version by `git merge-file`, with the
 * line endings of the owner's version.
 *
 * @throws {Error} if git is not installed.
 */
export function mergeVersions({ ours, base, theirs }: Versions, version: string): Merged {
  const from = originOf(ours)?.version;
  const labels = [
    'yours',
    from === undefined ? 'the version before' : `octavo ${from}`,
    `octavo ${version}`,
  ];
  const texts = [withoutOrigin(withLf(ours)), withLf(base), theirs];
  const merged = mergeFile(texts, labels);
  const text = withOrigin(merged, { version, digest: digestOf(theirs) });
  return {
    text: ours.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text,
    conflicts: conflictsIn(text),
  };
}

/** Returns the lines of the first markers of conflicts. */
export function conflictsIn(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.startsWith('<<<<<<< ') ? index + 1 : []));
}

function mergeFile(texts: readonly string[], labels: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-merge-'));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, String(index));
      writeFileSync(file, text);
      return file;
    });
    const options = labels.flatMap((label) => ['-L', label]);
    const { status, stdout, stderr, error } = spawnSync(
      'git',
      ['merge-file', '-p', ...options, ...files],
      { encoding: 'utf8' },
    );
    // The status is the number of conflicts, at most 127; above that it is an error.
    if (error || status === null || status > 127)
      throw new Error(`git merge-file failed: ${error?.message ?? stderr.trim()}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
