// Import everything before the installation, which replaces the engine's files. A process of the new
// engine does the rest: finish-upgrade.ts.
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { engineFolder } from '../engine-folder.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { openConflicts } from './merge-overrides.ts';
import { installCommand, installedVersion, packageManagerOf } from './package-manager.ts';
import { buildBlog, run } from './run.ts';
import { uncommittedFiles } from './uncommitted.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { ask } from '../terminal/ask.ts';
import type { UpgradeFacts } from './finish-upgrade.ts';

interface Options {
  /** Continues without a question if files have uncommitted changes. */
  yes?: boolean | undefined;
  /** The version before the upgrade, if it is not the installed one. */
  from?: string | undefined;
}

/** The folder of the site before the upgrade, relative to the root folder. */
const BEFORE = '.cache/octavo/before-upgrade';

/**
 * Installs a version of octavo, runs codemods, merges ejected components, and reports which pages
 * differ. Without a target it takes the newest version that package.json allows.
 *
 * @throws {UsageError} if the blog is not ready, or the installation fails.
 */
export async function upgrade(target?: string, { yes = false, from }: Options = {}): Promise<void> {
  const root = findProjectRoot(process.cwd());
  const wanted = target === undefined ? undefined : targetOf(target);
  const conflicts = openConflicts(root);
  if (conflicts.length > 0)
    throw new UsageError(
      conflicts.map((position) => `${position}  unresolved conflict; resolve it first`).join('\n'),
    );
  const { manager, lock } = packageManagerOf(root);
  await confirm(root, [...FILES, ...(lock === undefined ? [] : [relative(root, lock)])], yes);
  const version = installedVersion(root);
  if (version === undefined)
    throw new UsageError(`octavo is not installed; run ${manager.name} install`);
  const now = new Date().toISOString();
  const before = await buildBefore(root, version, now);
  await install(root, installCommand(manager, wanted && inBlog(root, wanted)));
  const facts: UpgradeFacts = { root, from: from ?? version, before, now };
  const options = { cwd: root, isShown: true };
  const finished = await run(process.execPath, [...FINISH, JSON.stringify(facts)], options);
  process.exitCode = finished.status;
}

/** A version or tag of the registry, or the path of a tarball. */
type Target = { version: string } | { tarball: string };

function targetOf(target: string): Target {
  if (!/\.(?:tgz|tar\.gz)$/.test(target)) return { version: target };
  if (!existsSync(target)) throw new UsageError(`${target}: no such file`);
  return { tarball: resolve(target) };
}

/** Builds the site with the installed engine; returns the folder of a copy, or `undefined` if the build fails. */
async function buildBefore(
  root: string,
  version: string,
  now: string,
): Promise<string | undefined> {
  console.log(`Building with octavo ${version} …`);
  const { status, output } = await buildBlog(root, engineFolder, now);
  if (status !== 0) {
    console.log(`${output.trim()}\nThe site does not build, so pages cannot be compared.`);
    return undefined;
  }
  const folder = join(root, BEFORE);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'dist'), folder, { recursive: true });
  return BEFORE;
}

/** Copies a tarball into the blog, since package.json refers to it; returns the copy as target. */
function inBlog(root: string, target: Target): Target {
  if ('version' in target) return target;
  const name = basename(target.tarball);
  const copy = join(root, name);
  if (copy !== target.tarball) copyFileSync(target.tarball, copy);
  return { tarball: name };
}

async function install(
  root: string,
  [command, ...args]: readonly [string, ...string[]],
): Promise<void> {
  const line = [command, ...args].join(' ');
  console.log(`${line} …`);
  const { status } = await run(command, args, { cwd: root, isShown: true });
  if (status !== 0) throw new UsageError(`${line} failed, so nothing was upgraded`);
}

/** The files that an upgrade may change, besides the lock file. */
const FILES = ['package.json', 'src/content', 'src/overrides', 'src/site.config.ts'];

/** Runs `finishUpgrade` of the new engine. */
const FINISH = [
  '--input-type=module',
  '--eval',
  "const { finishUpgrade } = await import('octavo/internal/upgrade/finish-upgrade');" +
    'process.exitCode = await finishUpgrade(JSON.parse(process.argv[1]));',
];

/** Asks for confirmation if files have uncommitted changes. */
async function confirm(root: string, paths: readonly string[], yes: boolean): Promise<void> {
  const uncommitted = uncommittedFiles(
    root,
    paths.filter((path) => existsSync(join(root, path))),
  );
  if (yes || uncommitted?.length === 0) return;
  console.log(
    uncommitted === undefined
      ? 'The blog is in no git repository, so the upgrade cannot be undone.'
      : ['Uncommitted changes, which the upgrade may mix with its own:', ...uncommitted].join(
          '\n  ',
        ),
  );
  const answer = await ask('Continue? (y/N)');
  if (answer === undefined) throw new UsageError('not a terminal; pass --yes to confirm');
  if (!/^y(?:es)?$/i.test(answer)) throw new UsageError('nothing was changed');
}
