import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Passes the output through instead of returning it. */
  isShown?: boolean;
}

/** Runs a command; returns its status, 1 if it did not start, and its output. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, isShown = false }: RunOptions,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    // On Windows package managers are scripts, which need a shell.
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, args, { cwd, env, shell, stdio: isShown ? 'inherit' : 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', ({ message }) => {
      resolve({ status: 1, output: message });
    });
    child.on('close', (status) => {
      resolve({ status: status ?? 1, output });
    });
  });
}

/** Builds a blog for a time with an engine, given by the folder of its sources. */
export function buildBlog(root: string, engine: string, now: string) {
  const bin = join(engine, '../bin/octavo.mjs');
  return run(process.execPath, [bin, 'build', '--now', now], { cwd: root });
}
