import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from '../../scripts/browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the browser of this run. */
    browser: string;
  }
}

/** Launches the one browser of a run, before its first test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchBrowserServer();
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
