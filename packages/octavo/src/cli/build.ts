import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lockBuild } from './build-lock.ts';
import { commandOptions, type BuildCounts, type CommandOptions } from '../build/command-options.ts';
import { Profile } from '../terminal/profile.ts';
import { ContentError } from '../diagnostics/diagnostic.ts';
import type { NodeContext } from '../settings/context.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { Progress } from '../terminal/progress.ts';
import { reportFailure } from '../terminal/report-failure.ts';
import { authorsError } from './authors-error.ts';
import { buildFromBundle } from './build-from-bundle.ts';
import { loadBlog } from './load-blog.ts';
import { requireCache, requirePathForVite } from './require-cache.ts';

interface BuildOptions {
  drafts?: boolean;
  /** A date as in front matter. */
  now?: string;
  /** Prints how long each phase took. */
  profile?: boolean;
  verbose?: boolean;
}

/** Builds the site into `dist/`; on errors reports them and leaves `dist/` unchanged. */
export async function build({
  drafts = false,
  now: date,
  profile: isProfiled,
  verbose,
}: BuildOptions): Promise<void> {
  const root = findProjectRoot(process.cwd());
  // Astro writes its chunks into the current folder if dist/ is outside of it.
  process.chdir(root);
  // Astro and frameworks write other HTML by those of shells and test runners.
  process.env['NODE_ENV'] = 'production';
  delete process.env['DEV'];
  requireCache(root);
  const unlock = await lockBuild(root, () =>
    console.error('Another build of this blog is running; waiting for its end.'),
  );
  const start = performance.now();
  const profile = new Profile();
  const terminal = new Progress();
  let counts: BuildCounts = { made: 0, reused: 0, cached: 0, pages: 0 };
  try {
    // First, so that errors in the settings are not printed by Astro.
    const context: NodeContext = { ...(await loadBlog(date)), mode: drafts ? 'preview' : 'build' };
    profile.end('settings');
    const options: CommandOptions = {
      drafts,
      now: context.now,
      progress: (task, done, all) => terminal.show(`${task}: ${done} of ${all}`),
      endPhase: profile.end,
      onBuilt: (built) => (counts = built),
    };
    // On any other error Astro builds the site, and reports the error if it occurs again.
    const error = await buildFromBundle(context, options).catch((reason: Error) => reason);
    if (error instanceof ContentError) throw error;
    if (error) {
      profile.end('without Vite', `not possible: ${error.message}`);
      await buildByAstro(root, options);
    }
    profile.end('dist/');
    terminal.clear();
  } catch (error) {
    terminal.clear();
    reportFailure(await authorsError(error, root), verbose);
    const unchanged = existsSync(join(root, 'dist')) ? '; dist/ is unchanged' : '';
    console.error(`The build failed${unchanged}.`);
    return;
  } finally {
    unlock();
  }
  if (isProfiled) console.log(profile.lines().join('\n'));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const preview = drafts ? 'a preview with drafts, not for publication, ' : '';
  const { made, reused, pages } = counts;
  const saved = reused > 0 ? `; reused ${reused} of ${made + reused} files` : '';
  console.log(`Built ${preview}${pages} pages into dist/ in ${seconds} s${saved}.`);
}

async function buildByAstro(root: string, options: CommandOptions): Promise<void> {
  requirePathForVite(root);
  const { build: astroBuild } = await import('astro');
  options.endPhase?.('Astro');
  // Errors in the owner's components have their positions in `src/`.
  process.setSourceMapsEnabled(true);
  // Astro throws the errors that it would log, too.
  await astroBuild({ root, logLevel: 'silent', integrations: [commandOptions(options)] });
}
