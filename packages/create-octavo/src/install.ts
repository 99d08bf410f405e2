import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import type { PackageManager } from './package-manager.ts';

/** Installs the packages of a blog, unless interrupted; returns whether it succeeded. */
export async function install(
  packageManager: PackageManager,
  folder: string,
  interrupt: AbortController,
): Promise<boolean> {
  const { status, signal } = await run(packageManager, folder, interrupt.signal);
  // Ctrl+C goes to both processes. The other may have ended before this one is notified.
  if (signal === 'SIGINT') interrupt.abort();
  await setImmediate();
  return status === 0;
}

function run(
  packageManager: PackageManager,
  cwd: string,
  interrupted: AbortSignal,
): Promise<{ status: number | null; signal?: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    const child = spawn(packageManager, ['install'], {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm is a script there.
      shell: process.platform === 'win32',
    });
    interrupted.addEventListener('abort', () => child.kill());
    child.on('error', () => resolve({ status: null }));
    child.on('close', (status, signal) => resolve({ status, signal }));
  });
}
