import { commandOptions, type BuildCounts } from '../build/command-options.ts';
import { loadContext } from '../content/load-context.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { Progress } from '../terminal/progress.ts';
import { reportFailure } from '../terminal/report-failure.ts';
import { useCompileCache } from './compile-cache.ts';
import { parseNow } from './parse-now.ts';

interface BuildOptions {
  drafts?: boolean;
  /** A date as in front matter. */
  now?: string;
}

/** Builds the site into `dist/`; on errors reports them and leaves `dist/` unchanged. */
export async function build({ drafts = false, now }: BuildOptions): Promise<void> {
  const start = performance.now();
  const root = findProjectRoot(process.cwd());
  // Astro writes its chunks into the current folder if dist/ is outside of it.
  process.chdir(root);
  useCompileCache(root);
  let counts: BuildCounts;
  try {
    counts = await buildSite(root, { drafts, ...(now !== undefined && { now }) });
  } catch (error) {
    reportFailure(error);
    console.error('The build failed; dist/ is unchanged.');
    return;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const preview = drafts ? 'a preview with drafts, not for publication, ' : '';
  const { made, takenOver, pages } = counts;
  const reused = takenOver > 0 ? `; reused ${takenOver} of ${made + takenOver} files` : '';
  console.log(`Built ${preview}${pages} pages into dist/ in ${seconds} s${reused}.`);
}

/** Builds the site; imports Astro after the compile cache is enabled. */
async function buildSite(
  root: string,
  { drafts = false, now }: BuildOptions,
): Promise<BuildCounts> {
  const terminal = new Progress();
  let counts: BuildCounts = { made: 0, takenOver: 0, pages: 0 };
  try {
    // First, so that errors in the settings are not printed by Astro.
    const { settings } = await loadContext(root);
    const { build: astroBuild } = await import('astro');
    const options = commandOptions({
      drafts,
      now: parseNow(now, settings.timeZone),
      progress: (task, done, all) => terminal.show(`${task}: ${done} of ${all}`),
      onBuilt: (built) => (counts = built),
    });
    await astroBuild({ root, logLevel: 'error', integrations: [options] });
  } finally {
    terminal.clear();
  }
  return counts;
}
