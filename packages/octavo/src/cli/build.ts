import { holdNow } from '../content/now.ts';
import { hearProgress } from '../terminal/progress-event.ts';
import { setPreview } from '../build/mode.ts';
import { projectRoot } from '../settings/project-root.ts';
import { keepCompiled } from './compiled.ts';
import { Progress } from '../terminal/progress.ts';
import { reportFailure } from '../terminal/report-failure.ts';

/** Builds the site into `dist/`; on errors it reports them and leaves `dist/` unchanged. */
export async function build({ drafts = false }: { drafts?: boolean }): Promise<void> {
  const start = performance.now();
  // Astro writes its chunks into the current folder if dist/ is outside of it.
  process.chdir(projectRoot);
  setPreview(drafts);
  keepCompiled(projectRoot);
  try {
    await buildSite();
  } catch (error) {
    reportFailure(error);
    console.error('The build failed; dist/ is unchanged.');
    return;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const preview = drafts ? 'a preview with drafts, not for publication, ' : '';
  const { made, takenOver, pages } = (await import('../build/generation.ts')).filesOfBuild;
  const reused = takenOver > 0 ? `; reused ${takenOver} of ${made + takenOver} files` : '';
  console.log(`Built ${preview}${pages} pages into dist/ in ${seconds} s${reused}.`);
}

/** Imports what it needs only now, so that the compile cache has it. */
async function buildSite(): Promise<void> {
  const progress = new Progress();
  const unhear = hearProgress((what, done, all) => progress.show(`${what}: ${done} of ${all}`));
  try {
    // First, so that errors in the settings are not printed by Astro.
    const { site } = await import('../settings/settings.ts');
    holdNow(site.timeZone);
    const { build: astroBuild } = await import('astro');
    await astroBuild({ root: projectRoot, logLevel: 'error' });
  } finally {
    unhear();
    progress.clear();
  }
}
