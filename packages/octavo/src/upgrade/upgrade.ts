// Import everything before the installation, which replaces the engine's files. A process of the new
// engine does the rest: finish-upgrade.ts.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, globSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { detect, resolveCommand } from 'package-manager-detector';
import packageJson from '../../package.json' with { type: 'json' };
import { ask } from '../terminal/ask.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { UpgradeFacts } from './finish-upgrade.ts';
import { openConflicts } from './merge-overrides.ts';
import { buildBlog, run } from './run.ts';

interface Options {
  /** Continues without a question if files have uncommitted changes. */
  yes?: boolean | undefined;
}

/** The folder of the site before the upgrade, relative to the root folder. */
const BEFORE = '.cache/octavo/before-upgrade';

/** Runs `finishUpgrade` of the new engine. */
const FINISH = [
  '--input-type=module',
  '--eval',
  "const { finishUpgrade } = await import('octavo/internal/upgrade/finish-upgrade');" +
    'process.exitCode = await finishUpgrade(JSON.parse(process.argv[1]));',
];

/**
 * Installs a version of octavo, merges ejected components, and reports which pages differ. Without a
 * target it takes the newest version that package.json allows.
 *
 * @throws {UsageError} if the blog is not ready, or the installation fails.
 */
export async function upgrade(target?: string, { yes = false }: Options = {}): Promise<void> {
  const root = findProjectRoot(process.cwd());
  const conflicts = openConflicts(root);
  if (conflicts.length > 0)
    throw new UsageError(
      conflicts.map((position) => `${position}  unresolved conflict; resolve it first`).join('\n'),
    );
  if (!yes) await confirm(root);
  const { version } = packageJson;
  const { agent } = (await detect({ cwd: root })) ?? { agent: 'npm' };
  const { command, args } =
    target === undefined
      ? resolveCommand(agent, 'upgrade', ['octavo'])!
      : resolveCommand(agent, 'add', [packageOf(target, root)])!;
  const now = new Date().toISOString();
  const before = buildBefore(root, version, now);
  const line = [command, ...args].join(' ');
  console.log(`${line} …`);
  if (run(command, args, root) !== 0)
    throw new UsageError(`${line} failed, so nothing was upgraded`);
  if (target !== undefined) deleteOldTarballs(root, basename(target));
  const facts: UpgradeFacts = { root, from: version, before, now };
  process.exitCode = run(process.execPath, [...FINISH, JSON.stringify(facts)], root);
}

/** Asks for confirmation if files of the blog have uncommitted changes. */
async function confirm(root: string): Promise<void> {
  const options = { cwd: root, encoding: 'utf8' } as const;
  const { status, stdout } = spawnSync('git', ['status', '--short', '.'], options);
  if (status === 0 && stdout === '') return;
  console.log(
    status === 0
      ? `Uncommitted changes; commit them first, so that you can undo the upgrade:\n${stdout.trimEnd()}`
      : 'The blog is in no git repository; create one and commit first, so that you can undo the upgrade.',
  );
  const answer = await ask('Continue? (y/N)');
  if (answer === undefined) throw new UsageError('not a terminal; pass --yes to confirm');
  if (!/^y(?:es)?$/i.test(answer)) throw new UsageError('nothing was changed');
}

/** Returns the argument for the package manager; copies a tarball into the blog, since package.json refers to it. */
function packageOf(target: string, root: string): string {
  if (!/\.(?:tgz|tar\.gz)$/.test(target)) return `octavo@${target}`;
  if (!existsSync(target)) throw new UsageError(`${target}: no such file`);
  const name = basename(target);
  if (join(root, name) !== resolve(target)) copyFileSync(target, join(root, name));
  return `octavo@file:./${name}`;
}

/** Deletes tarballs of other versions, which package.json no longer refers to. @internal For tests. */
export function deleteOldTarballs(root: string, installed: string): void {
  for (const name of globSync('octavo-[0-9]*.tgz', { cwd: root }).filter(
    (name) => name !== installed,
  )) {
    rmSync(join(root, name));
    console.log(`${name}  deleted`);
  }
}

/** Builds the site with the installed engine; returns the folder of a copy, or `undefined` if the build fails. */
function buildBefore(root: string, version: string, now: string): string | undefined {
  if (buildBlog(root, version, now) !== 0) {
    console.log('The site does not build, so pages cannot be compared.');
    return undefined;
  }
  const folder = join(root, BEFORE);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'dist'), folder, { recursive: true });
  return BEFORE;
}
