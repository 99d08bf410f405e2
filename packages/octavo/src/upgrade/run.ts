import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';

/** Runs a command in this terminal; returns its status, 1 if it did not start. */
export function run(command: string, args: readonly string[], cwd: string): number {
  // On Windows package managers are scripts, which need a shell.
  const shell = process.platform === 'win32' && command !== process.execPath;
  return spawnSync(command, args, { cwd, shell, stdio: 'inherit' }).status ?? 1;
}

/** Builds a blog for a time with this engine; returns the status. */
export function buildBlog(root: string, version: string, now: string): number {
  console.log(`Building with octavo ${version} …`);
  const args = [join(engineFolder, '../bin/octavo.mjs'), 'build', '--now', now];
  return run(process.execPath, args, root);
}
