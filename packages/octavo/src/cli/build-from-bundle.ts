import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandOptions } from '../build/command-options.ts';
import { versionOf } from '../build/generation.ts';
import { modulesOf, readBundle, type CachedBundle } from '../build/cached-bundle.ts';
import { makePages } from '../build/make-pages.ts';
import { NeedsVite } from '../build/needs-vite.ts';
import { openApp, pathsOf } from '../build/page-app.ts';
import { collectPictures, makeVersions } from '../build/picture-versions.ts';
import { reuseOf } from '../terminal/profile.ts';
import { publishMedia } from '../build/publish-media.ts';
import { siteBuildOf, type SiteBuild } from '../build/site-build.ts';
import { replace, restore } from '../build/swap.ts';
import { drawEarly } from '../cards/early-cards.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printDiagnostics, SiteContent } from '../loader/site-content.ts';
import { loadEntries } from '../loader/stored-entries.ts';
import { writeContext } from '../owner/runtime-modules.ts';
import type { NodeContext } from '../settings/context.ts';
import { siteHooks } from '../site-hooks.ts';

/**
 * Builds a site from the cached bundle, without Astro and Vite.
 *
 * @throws {NeedsVite} if that is not possible; the site is unchanged.
 */
export async function buildFromBundle(
  context: NodeContext,
  { progress, endPhase, onBuilt }: Pick<CommandOptions, 'progress' | 'endPhase' | 'onBuilt'>,
): Promise<void> {
  const { root } = context;
  const { bundle, client, isShipped } = readBundle(context);
  endPhase?.('bundle', isShipped ? 'copied from the package' : 'reused');
  const diagnostics: Diagnostic[] = [];
  const report = (found: readonly Diagnostic[]) => void diagnostics.push(...found);
  const content = new SiteContent(context, {
    ...{ progress, endPhase, report },
    onRead: (read) => drawEarly(read, context),
  });
  await loadEntries(content, root);
  if (content.bundledEntries() !== bundle.entries) throw new NeedsVite('MDX changed');
  const outDir = new URL(bundle.config.outDir);
  restore(outDir);
  const site = siteBuildOf(bundle.config, context);
  startFolder(site, client);
  writeContext(context, bundle.config.assets);
  const modules = modulesOf(root, bundle);
  const app = await openApp(modules);
  const versions = collectPictures(bundle.config);
  const { routes } = bundle;
  const paths = (await pathsOf(app)).filter(({ route }) => routes?.includes(route.route) ?? true);
  endPhase?.('paths');
  const { ownPages, warnings } = await makePages(paths, {
    ...{ ...site, root, settings: context.settings, progress, versions },
    ...{ version: versionOf(site.build, bundle, []), config: bundle.config, bundle: modules },
    render: (request, routeData) => app.render(request, { routeData }),
  });
  endPhase?.('pages', reuseOf('files', site.cache.counts));
  await makeVersions(versions, site, root, bundle.config.image);
  await publishMedia(site, root);
  endPhase?.('pictures');
  for (const { hooks } of siteHooks(context, content, {
    siteBuild: () => site,
    ownPages,
    endPhase,
  })) {
    const given = hookParameters(bundle, site);
    for (const name of Object.keys(given) as (keyof typeof given)[])
      await (hooks[name] as ((parameters: object) => unknown) | undefined)?.(given[name]);
  }
  printDiagnostics([...diagnostics, ...warnings]);
  replace(outDir);
  onBuilt?.(site.cache.counts);
  site.cache.save();
}

/** Starts the folder of the site with the files that Vite copies or bundles. */
function startFolder({ build: { folder, publicFolder, assets } }: SiteBuild, client: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const copy = (from: string, to: string) =>
    existsSync(from) && cpSync(from, to, { recursive: true, dereference: true });
  copy(publicFolder, folder);
  copy(client, join(folder, assets));
}

/** Returns the parameters of Astro's hooks that the integrations of the engine use. */
function hookParameters({ config }: CachedBundle, { build: { origin, folder } }: SiteBuild) {
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const outDir = new URL(config.outDir);
  return {
    'astro:config:done': {
      config: { ...config, outDir, site: origin, build: { format: 'directory' } },
    },
    'astro:build:done': { dir: pathToFileURL(folder), pages: [], logger },
  };
}
