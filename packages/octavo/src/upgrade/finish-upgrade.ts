import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { engineFolder } from '../engine-folder.ts';
import { compareSites } from './compare-sites.ts';
import { mergeOverrides, openConflicts } from './merge-overrides.ts';
import { releaseNotes } from './release-notes.ts';
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
export function finishUpgrade({ root, from, before, now }: UpgradeFacts): number {
  const to = packageJson.version;
  console.log(from === to ? `octavo ${to} is installed.` : `octavo ${from} → ${to}`);
  const notes = releaseNotes(readFileSync(join(engineFolder, '../CHANGELOG.md'), 'utf8'), from);
  if (notes !== '') console.log(`\n${notes}\n`);
  for (const line of mergeOverrides(root, engineFolder)) console.log(line);
  const conflicts = openConflicts(root);
  for (const position of conflicts) console.log(`${position}  conflict`);
  if (conflicts.length > 0) {
    console.log('Resolve the conflicts, then run octavo build.');
    return 1;
  }
  if (buildBlog(root, to, now) !== 0) {
    const hint = 'octavo check --baseline makes errors of new checks known problems';
    console.error(`The site does not build with octavo ${to}; ${hint}.`);
    return 1;
  }
  if (before === undefined) return 0;
  console.log(compareSites(join(root, before), join(root, 'dist')).join('\n'));
  console.log(`The site before is in ${before}/.`);
  return 0;
}
