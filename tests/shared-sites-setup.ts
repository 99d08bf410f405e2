import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeBundle } from '../scripts/bundle.ts';
import { sitesFolder } from './site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the sites that the test files of this run share, below that of all sites. */
    sharedSites: string;
  }
}

/**
 * Removes the shared sites of earlier runs, so that each run builds them with the engine as it is, and
 * makes the bundle from which sites without code start.
 */
export default function setup(project: TestProject): void {
  makeBundle(join(import.meta.dirname, '../packages/octavo'), join(sitesFolder, 'starter'));
  for (const folder of globSync('shared-*', { cwd: sitesFolder }))
    if (!isRunning(Number(folder.slice('shared-'.length)))) remove(folder);
  const own = `shared-${process.pid}`;
  project.provide('sharedSites', own);
  project.onTestsRerun(() => remove(own));
}

function remove(folder: string): void {
  rmSync(join(sitesFolder, folder), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
