import { join } from 'node:path';
import { CODEMODS, type Codemod } from './codemods/codemods.ts';
import { runCodemods, type CodemodResult } from './codemods/run-codemods.ts';
import { engineFolder } from '../engine-folder.ts';
import { compareSites, describeDifference, pagesOf } from './compare-sites.ts';
import { engineVersion } from './files.ts';
import { mergeOverrides, type MergeResult } from './merge-overrides.ts';
import { buildBlog } from './run.ts';

/** The data from the process of the old engine. Older versions send it, so only add optional keys. */
export interface UpgradeFacts {
  root: string;
  /** The version before the upgrade. */
  from: string;
  /** The folder of the site before the upgrade, relative to the root folder; absent without one. */
  before?: string | undefined;
  /** The time for which both sites are built. */
  now: string;
}

/**
 * Adapts a blog to the engine that was just installed, and prints the changes. Returns the exit status:
 * 1 if something is left to do.
 *
 * `octavo upgrade` of an older version calls this by `octavo/internal/upgrade/finish-upgrade`.
 */
export async function finishUpgrade(
  { root, from, before, now }: UpgradeFacts,
  codemods: readonly Codemod[] = CODEMODS,
): Promise<number> {
  const to = engineVersion(engineFolder);
  try {
    console.log(from === to ? `octavo ${to} is installed.` : `octavo ${from} → ${to}`);
    for (const result of runCodemods(codemods, { root, from, to })) printCodemod(result);
    const merges = mergeOverrides(root, engineFolder);
    for (const line of merges.flatMap(linesOf)) console.log(line);
    if (merges.some(({ state }) => state === 'conflict')) {
      console.log('Resolve the conflicts, then run octavo build.');
      return 1;
    }
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  console.log(`Building with octavo ${to} …`);
  const { status, output } = await buildBlog(root, engineFolder, now);
  if (status !== 0) {
    console.error(`${output.trim()}\nThe site does not build with octavo ${to}.`);
    return 1;
  }
  if (before === undefined) return 0;
  const difference = compareSites(pagesOf(join(root, before)), pagesOf(join(root, 'dist')));
  console.log(describeDifference(difference).join('\n'));
  if (difference.differing.length > 0) console.log(`The site before is in ${before}/.`);
  return 0;
}

function printCodemod({ description, edited }: CodemodResult): void {
  console.log(`codemod: ${description} (${edited.join(', ') || 'no changes'})`);
}

/** Returns the lines that report a merge. */
function linesOf({ file, state, conflicts }: MergeResult): string[] {
  if (state === 'conflict') return conflicts.map((line) => `${file}:${line}  conflict`);
  return {
    unchanged: [],
    merged: [`${file}  merged`],
    'removed from the engine': [`${file}  no longer in the engine; delete it`],
    'without base': [
      `${file}  not merged: its original in src/overrides/.base/ is missing; restore it from git`,
    ],
  }[state];
}
