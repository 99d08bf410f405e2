import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandOptions } from '../build/command-options.ts';
import { readBundle } from '../build/cached-bundle.ts';
import { makePages } from '../build/make-pages.ts';
import { openApp } from '../build/page-app.ts';
import { publishMedia } from '../build/publish-media.ts';
import { completeSite, siteBuildOf, type SiteBuild } from '../build/site-build.ts';
import { drawEarly } from '../cards/early-cards.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics, SiteContent } from '../loader/site-content.ts';
import { pathFrom } from '../file-path.ts';
import { loadEntries } from '../loader/stored-entries.ts';
import { passContext } from '../owner/runtime-modules.ts';
import type { NodeContext } from '../settings/context.ts';
import { siteHooks } from '../site-hooks.ts';

/**
 * Builds a site from the cached bundle, without Astro and Vite.
 *
 * @throws {Error} with the reason if that is not possible; the site is unchanged.
 */
export async function buildFromBundle(
  context: NodeContext,
  { progress, endPhase, onBuilt }: Pick<CommandOptions, 'progress' | 'endPhase' | 'onBuilt'>,
): Promise<void> {
  const { root } = context;
  const { folder, bundle, isShipped } = readBundle(context);
  endPhase?.('bundle', isShipped ? 'copied from the package' : 'reused');
  const diagnostics: Diagnostic[] = [];
  const report = (found: readonly Diagnostic[]) => void diagnostics.push(...found);
  const content = new SiteContent(context, {
    ...{ progress, endPhase, report },
    onRead: (read) => drawEarly(read, context),
  });
  await loadEntries(content);
  if (content.bundledEntries() !== bundle.entries) throw new Error('MDX changed');
  const { assets } = bundle.config;
  const site = siteBuildOf(bundle, context);
  startFolder(site, join(folder, 'client'));
  passContext(context, assets);
  const { app, paths } = await openApp(folder);
  const all = await paths();
  endPhase?.('paths');
  const warnings = await makePages(all, site, context, {
    ...{ progress, endPhase },
    render: (request, routeData) => app.render(request, { routeData }),
  });
  await publishMedia(site, root);
  endPhase?.('pictures');
  const given = hookParameters(site);
  for (const { hooks } of siteHooks(context, content, { siteBuild: () => site, endPhase }))
    for (const name of Object.keys(given) as (keyof typeof given)[])
      await (hooks[name] as ((parameters: object) => unknown) | undefined)?.(given[name]);
  printDiagnostics([...diagnostics, ...warnings]);
  await completeSite(site, onBuilt);
}

/** Starts the folder of the site with the files that Vite copies or bundles. */
function startFolder({ build, cache }: SiteBuild, client: string): void {
  const { folder, publicDir, assets } = build;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { recursive: true, dereference: true, preserveTimestamps: true };
  // A blog that has moved in may have thousands of pictures there.
  const filter = (from: string) => !cache.reuseCopy(pathFrom(publicDir, from), from);
  if (existsSync(publicDir)) cpSync(publicDir, folder, { ...options, filter });
  if (existsSync(client)) cpSync(client, join(folder, assets), options);
}

/** Returns the parameters of Astro's hooks that the integrations of the engine use. */
function hookParameters({ build }: SiteBuild) {
  const fail = (message: string) => {
    throw new Error(message);
  };
  const logger = { info: () => undefined, warn: () => undefined, error: fail };
  const outDir = pathToFileURL(build.outDir);
  return {
    'astro:config:done': {
      config: { ...build, outDir, site: build.settings.origin, build: { format: 'directory' } },
    },
    'astro:build:done': { dir: pathToFileURL(build.folder), pages: [], logger },
  };
}
