import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  AstroConfig,
  AstroIntegration,
  AstroPrerenderer,
  HookParameters,
  RouteData,
} from 'astro';
import { escapePath } from 'tinyglobby';
import { formatDiagnostic } from '../diagnostics/diagnostic.ts';
import { decodePath } from '../addresses/decode-path.ts';
import { withSlashes } from '../file-path.ts';
import { passContext } from '../owner/runtime-modules.ts';
import type { Context } from '../settings/context.ts';
import { bundleFolder, cacheBundle, saveBundle, type CachedBundle } from './cached-bundle.ts';
import type { CommandOptions } from './command-options.ts';
import { fileOf } from './finish.ts';
import { makePages } from './make-pages.ts';
import { injectedScripts, withStaticPaths } from './page-app.ts';
import { publishMedia } from './publish-media.ts';
import { completeSite, siteBuildOf, type SiteBuild } from './site-build.ts';
import { nextFolder } from './replace-site.ts';
import { whyVite } from './why-vite.ts';

interface Options extends Pick<CommandOptions, 'progress' | 'endPhase' | 'onBuilt'> {
  /** Returns a digest of the entries that Vite bundles a part of. */
  bundledEntries?: () => string;
}

/**
 * Makes the pages that changed since the last site, instead of Astro, which only bundles. The site is
 * built into `dist.next/`; the integration `swap`, the last one, replaces `dist/` when it is complete,
 * so that a failed build keeps the last good site.
 */
export function generation(
  context: Context,
  { progress, endPhase, onBuilt, bundledEntries = () => '' }: Options = {},
) {
  const { root } = context;
  let outDir: string;
  let config: AstroConfig;
  let pages: HookParameters<'astro:build:setup'>['pages'];
  let bundle: CachedBundle;
  let site: SiteBuild;
  const modules = new Set<string>();
  /** Makes all pages before Astro asks for the first one. */
  const making = (prerenderer: AstroPrerenderer): AstroPrerenderer => ({
    ...prerenderer,
    name: 'octavo',
    async getStaticPaths() {
      endPhase?.('bundle');
      const paths = await prerenderer.getStaticPaths();
      endPhase?.('paths');
      const { base, image, trailingSlash, publicDir } = config;
      const { assets } = config.build;
      const scripts = injectedScripts(prerenderer);
      bundle = cacheBundle(context, modules, {
        entries: bundledEntries(),
        reason: scripts?.length === 0 ? whyVite(config) : 'scripts',
        config: { base, image, trailingSlash, assets, outDir, publicDir: pathOf(publicDir) },
        styles: [...pages].map(([key, { styles }]) => [key, { styles }]),
      });
      site = siteBuildOf(bundle, context, scripts);
      const render = async (request: Request, routeData: RouteData) =>
        responseOf(await prerenderer.render(request, { routeData }));
      const warnings = await makePages(paths, site, context, { progress, endPhase, render });
      for (const warning of warnings) console.error(formatDiagnostic(warning));
      await publishMedia(site, root);
      endPhase?.('pictures');
      return paths;
    },
    async render(request, options) {
      const { build, cache } = site;
      const path = decodePath(new URL(request.url).pathname).slice(build.base.length - 1);
      // Astro writes no file for an empty response, except for redirects.
      if (cache.has(fileOf(path, options.routeData.type, build))) return new Response(null);
      const rendered = await prerenderer.render(request, options);
      if (responseOf(rendered).status >= 300)
        saveBundle(bundleFolder(root), { ...bundle, reason: 'redirects' });
      return rendered;
    },
  });
  const bundling = {
    name: 'octavo:bundle',
    transform: withStaticPaths,
    generateBundle(this: { getModuleIds: () => Iterable<string> }) {
      for (const id of this.getModuleIds()) modules.add(id.split('?')[0]!);
    },
  };
  const make: AstroIntegration = {
    name: 'octavo:generation',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        outDir = pathOf(config.outDir);
        const next = nextFolder(outDir);
        if (command === 'build') {
          updateConfig({ outDir: pathToFileURL(next), vite: { plugins: [bundling] } });
          return;
        }
        // Vite reloads every open page when an HTML file changes, as a build beside `dev` does.
        const ignored = [outDir, next].map((folder) => `${escapePath(folder)}**`);
        updateConfig({ vite: { server: { watch: { ignored } } } });
      },
      'astro:config:done': (given) => {
        ({ config } = given);
      },
      'astro:build:setup': (given) => {
        ({ pages } = given);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        passContext(context, config.build.assets);
        setPrerenderer(making);
      },
    },
  };
  const swap: AstroIntegration = {
    name: 'octavo:swap',
    hooks: { 'astro:build:done': () => completeSite(site, onBuilt) },
  };
  return { make, swap, siteBuild: () => site };
}

function pathOf(url: URL): string {
  return withSlashes(fileURLToPath(url));
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}
