import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lockBuild } from './build-lock.ts';
import { commandOptions, type BuildCounts, type CommandOptions } from '../build/command-options.ts';
import { Profile } from '../terminal/profile.ts';
import { codeErrors } from './code-errors.ts';
import { configError } from '../content/config-error.ts';
import { loadContext } from '../content/load-context.ts';
import { ContentError } from '../diagnostics/diagnostic.ts';
import type { NodeContext } from '../settings/context.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { Progress } from '../terminal/progress.ts';
import { isAuthorsError, reportFailure } from '../terminal/report-failure.ts';
import { buildFromBundle } from './build-from-bundle.ts';
import { loadBlog } from './load-blog.ts';
import { requireCache } from './require-cache.ts';

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
  const { build: astroBuild } = await import('astro');
  options.endPhase?.('Astro');
  // Errors in the owner's components have their positions in `src/`.
  process.setSourceMapsEnabled(true);
  // Astro throws the errors that it would log, too.
  await astroBuild({ root, logLevel: 'silent', integrations: [commandOptions(options)] });
}

/**
 * Returns the errors of the owner's code with their positions instead of one of Astro or Vite, and those
 * of MDX instead of one with a position in Astro's bundle.
 */
async function authorsError(error: unknown, root: string): Promise<unknown> {
  if (!(error instanceof Error) || isAuthorsError(error)) return error;
  if (error.name === 'GenerateContentTypesError')
    return collectionsError(error.cause as Error, root);
  const { checkContent } = await import('../checks/check-content.ts');
  const { mdxErrors } = await import('./mdx-errors.ts');
  const context = await loadContext(root);
  const errors = await mdxErrors(await checkContent(context), context, error.message);
  const found = errors.length > 0 ? errors : codeErrors(error, root);
  return found.length > 0 ? new ContentError(found) : error;
}

/** The code of Node's error for an import of `astro:content`. */
const ONLY_VITE_LOADS = 'ERR_UNSUPPORTED_ESM_URL_SCHEME';

/** Returns the error of `src/content.config.ts` with its position, which Node knows where it can load it. */
async function collectionsError(cause: Error, root: string): Promise<Error> {
  if (isAuthorsError(cause)) return cause;
  const config = 'src/content.config.ts';
  // The source map of Vite is that of the code that it made of the file.
  process.setSourceMapsEnabled(false);
  const loaded: unknown = await import(pathToFileURL(join(root, config)).href).catch(
    (reason: unknown) => reason,
  );
  const isOfNode =
    loaded instanceof Error && !('code' in loaded && loaded.code === ONLY_VITE_LOADS);
  return configError(isOfNode ? loaded : cause.message, root, config);
}
