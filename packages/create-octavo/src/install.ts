import { spawn } from 'node:child_process';
import type { PackageManager } from './package-manager.ts';

/** Installs the packages of a blog; returns whether it succeeded. Ends early where the signal is aborted. */
export function install(
  packageManager: PackageManager,
  folder: string,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(packageManager, ['install'], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      // npm is a script there.
      shell: process.platform === 'win32',
    });
    signal.addEventListener('abort', () => child.kill());
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}
