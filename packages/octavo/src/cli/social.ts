import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { findProjectRoot } from '../terminal/project-root.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Runs a command of the package octavo-social, which the blog installs. */
export async function social(name: string, args: readonly string[]): Promise<void> {
  const { socialProgram } = (await import(/* @vite-ignore */ programFile(name))) as {
    socialProgram: (name: string) => Command;
  };
  await socialProgram('octavo').parseAsync([name, ...args], { from: 'user' });
}

function programFile(name: string): string {
  try {
    const { resolve } = createRequire(findProjectRoot(process.cwd()));
    return pathToFileURL(resolve('octavo-social')).href;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `octavo ${name} needs the package octavo-social; run npm install octavo-social`,
    );
  }
}
