import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Prints what the command prints, which is else returned. */
  isShown?: boolean;
}

/** Runs a command to its end; returns its status, 1 where it did not start, and what it printed. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, isShown = false }: RunOptions,
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    // Package managers are scripts on Windows, which only a shell starts.
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

/** Builds a blog for a moment by a command of an engine, whose folder of sources is given. */
export function buildBlog(root: string, engine: string, now: string) {
  const bin = join(engine, '../bin/octavo.mjs');
  return run(process.execPath, [bin, 'build', '--now', now], { cwd: root });
}
