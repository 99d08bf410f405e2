import type { Diagnostic } from '../blog/diagnostics.ts';
import { holdNow } from '../blog/now.ts';
import { hearProgress } from '../blog/progress.ts';
import { setPreview } from '../build/mode.ts';
import { keepCompiled } from './compiled.ts';
import { Progress } from './progress.ts';
import { projectRoot } from '../project-root.ts';

// Building a blog is nobody else's business.
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

/**
 * Builds the site into dist/, with drafts or as it is published, and says on the terminal how it
 * went. Returns whether it is built.
 */
export async function buildSite({ drafts = false } = {}): Promise<boolean> {
  const start = performance.now();
  setPreview(drafts);
  keepCompiled(projectRoot);
  const progress = new Progress();
  const unhear = hearProgress((what, done, all) => progress.show(`${what}: ${done} of ${all}`));
  try {
    // Wrong settings are said before Astro says them in its own way, and twice.
    const { site } = await import('../blog/settings.ts');
    holdNow(site.timeZone);
    const { build } = await import('astro');
    await build({ root: projectRoot, logLevel: 'error' });
  } catch (error) {
    reportFailure(error);
    console.error('The site was not built; dist/ is as it was.');
    return false;
  } finally {
    unhear();
    progress.clear();
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const what = drafts ? 'a preview with drafts, not for publication, ' : '';
  const { made, takenOver, pages } = (await import('../build/generation.ts')).filesOfBuild;
  const kept = takenOver > 0 ? `; of ${made + takenOver} files, ${takenOver} were as before` : '';
  console.log(`Built ${what}${pages} pages into dist/ in ${seconds} s${kept}.`);
  return true;
}

/** Prints what went wrong: an author's mistakes as they are, anything else with where it happened. */
export function reportFailure(error: unknown): void {
  const { name, message, stack } = error as Error;
  if (name === 'SettingsError') return console.error(message);
  if (name !== 'ContentError') return console.error(stack ?? message);
  // Matched by name, since the loader that throws it runs in a module graph of its own.
  const { diagnostics } = error as { diagnostics: readonly Diagnostic[] } & Error;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  console.error(
    `${message}\n\n${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`,
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
