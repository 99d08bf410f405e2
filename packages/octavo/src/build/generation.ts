import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';
import { formatDiagnostic } from '../diagnostics/diagnostic.ts';
import { decodePath } from '../addresses/decode-path.ts';
import { digestOf } from '../digest-of.ts';
import { writeContext } from '../owner/runtime-modules.ts';
import type { Context } from '../settings/context.ts';
import { bundleKey, codeKey } from './bundle-key.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf, type Build } from './finish.ts';
import {
  bundledFiles,
  copyBundle,
  modulesOf,
  saveBundle,
  type CachedBundle,
} from './cached-bundle.ts';
import { makePages } from './make-pages.ts';
import { whyVite } from './needs-vite.ts';
import { injectedScripts, type RouteStyles } from './page-app.ts';
import {
  addRemoteByAstro,
  collectPictures,
  makeVersions,
  type Versions,
} from './picture-versions.ts';
import { reuseOf } from '../terminal/profile.ts';
import { siteBuildOf, type SiteBuild } from './site-build.ts';
import { publishMedia } from './publish-media.ts';

/** Modules that only the pages of their own entries show. */
const OF_CONTENT = /^(?:\.astro|src\/content)\//;

interface Options extends Pick<CommandOptions, 'progress' | 'endPhase' | 'onBuilt'> {
  /** Returns a digest of the entries that Vite bundles a part of. */
  bundledEntries?: () => string;
}

interface Generation {
  make: AstroIntegration;
  save: AstroIntegration;
  siteBuild: () => SiteBuild;
  /** The paths of the built pages whose routes are not the engine's, without the base path. */
  ownPages: Set<string>;
}

/**
 * Makes the pages that changed since the last site, instead of Astro, which only bundles. The
 * integration `make` comes before `swap`, which replaces the last site, and `save` after it.
 */
export function generation(
  context: Context,
  { progress, endPhase, onBuilt, bundledEntries = () => '' }: Options = {},
): Generation {
  const { root } = context;
  let outDir: URL;
  let config: AstroConfig;
  let pages: HookParameters<'astro:build:setup'>['pages'];
  let site: SiteBuild;
  let bundle: CachedBundle;
  let versions: Versions;
  let keyAtStart: string;
  const modules = new Set<string>();
  const ownPages = new Set<string>();
  /** Makes all pages before Astro asks for the first one. */
  const making = (prerenderer: AstroPrerenderer): AstroPrerenderer => ({
    ...prerenderer,
    name: 'octavo',
    async getStaticPaths() {
      endPhase?.('bundle');
      const paths = await prerenderer.getStaticPaths();
      endPhase?.('paths');
      const styles = [...pages].map(([key, { styles }]): RouteStyles[number] => [key, { styles }]);
      const scripts = injectedScripts(prerenderer);
      const { files, reason = whyVite(config) } = bundledFiles(root, modules);
      const isChanged = keyAtStart !== bundleKey(context, []);
      const code = files.filter((file) => !OF_CONTENT.test(file));
      bundle = {
        code: codeKey(context, code),
        ...{ key: bundleKey(context, files), files, entries: bundledEntries(), styles },
        reason: scripts?.length !== 0 ? 'scripts' : isChanged ? 'changes during the build' : reason,
        config: buildConfigOf(config, outDir),
        client: copyBundle(root, new URL('.prerender/', config.outDir), assetsOf(site.build)),
      };
      versions = collectPictures(config, addRemoteByAstro());
      const own = await makePages(paths, {
        ...{ ...site, root, settings: context.settings, progress, versions },
        ...{
          version: versionOf(site.build, bundle, scripts),
          config: bundle.config,
          bundle: bundle.reason === undefined ? modulesOf(root, bundle) : undefined,
        },
        render: async (request, routeData) =>
          responseOf(await prerenderer.render(request, { routeData })),
      });
      for (const path of own.ownPages) ownPages.add(path);
      for (const warning of own.warnings) console.error(formatDiagnostic(warning));
      endPhase?.('pages', reuseOf('files', site.cache.counts));
      return paths;
    },
    async render(request, options) {
      const { build, files } = site;
      const path = decodePath(new URL(request.url).pathname).slice(build.base.length - 1);
      // Astro writes no file for an empty response, except for redirects.
      return files.has(fileOf(path, options.routeData.type, build))
        ? new Response(null)
        : prerenderer.render(request, options);
    },
  });
  const collector = {
    name: 'octavo:module-collector',
    generateBundle(this: { getModuleIds: () => Iterable<string> }) {
      for (const id of this.getModuleIds()) modules.add(id.split('?')[0]!);
    },
  };
  return {
    ownPages,
    siteBuild: () => site,
    make: {
      name: 'octavo:generation',
      hooks: {
        'astro:config:setup': (given) => {
          ({ outDir } = given.config);
          given.updateConfig({ vite: { plugins: [collector] } });
        },
        'astro:config:done': (given) => {
          ({ config } = given);
        },
        'astro:build:setup': (given) => {
          ({ pages } = given);
        },
        'astro:build:start': ({ setPrerenderer }) => {
          writeContext(context, config.build.assets);
          keyAtStart = bundleKey(context, []);
          site = siteBuildOf(buildConfigOf(config, outDir), context);
          setPrerenderer(making);
        },
        'astro:build:done': async () => {
          await makeVersions(versions, site, root, config.image);
          await publishMedia(site, root);
          endPhase?.('pictures');
        },
      },
    },
    save: {
      name: 'octavo:generation-save',
      hooks: {
        'astro:build:done': () => {
          onBuilt?.(site.cache.counts);
          site.cache.save();
          saveBundle(root, bundle);
        },
      },
    },
  };
}

function buildConfigOf({ base, image, trailingSlash, build, publicDir }: AstroConfig, outDir: URL) {
  const { assets } = build;
  return { base, image, trailingSlash, assets, outDir: outDir.href, publicDir: publicDir.href };
}

function assetsOf({ folder, assets }: Build): string {
  return join(folder, assets);
}

/** Returns a digest of everything that all pages depend on. */
export function versionOf(
  build: Build,
  { code, styles }: Pick<CachedBundle, 'code' | 'styles'>,
  scripts: ReturnType<typeof injectedScripts>,
): string {
  // The names of the files of injected scripts have hashes.
  const files = scripts?.length ? globSync('*.js', { cwd: assetsOf(build) }) : [];
  return digestOf(build.version, code, styles, scripts, files.sort());
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}
