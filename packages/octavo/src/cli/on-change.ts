import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { reportFailure } from '../terminal/report-failure.ts';

/** Milliseconds; editors write a file in several steps. */
const SETTLED_AFTER = 50;

/**
 * Calls a function at once and after changes in `src/` and `public/`, until the process ends; one call
 * at a time.
 */
export function nowAndOnChange(root: string, run: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const runNext = () => (running = running.then(run).catch(reportFailure));
  const changed = (_: string, name: string | null) => {
    // Node does not load a module again.
    if (name !== null && /\.m?[jt]s$/.test(name)) console.log(`${name} changed; restart the check`);
    clearTimeout(timer);
    timer = setTimeout(() => void runNext(), SETTLED_AFTER);
  };
  for (const folder of ['src', 'public'].map((name) => join(root, name)))
    if (existsSync(folder)) watch(folder, { recursive: true }, changed);
  // After `watch`, so that a change during the first call is not missed.
  void runNext();
}
