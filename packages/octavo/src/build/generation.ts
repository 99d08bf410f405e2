import { hash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';
import { decodePath } from '../addresses/decode-path.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { engineDigest } from './engine-digest.ts';
import { engineFolder } from '../engine-folder.ts';
import { contentOfComponents } from './content-of-components.ts';
import { fileOf, type Build } from './finish.ts';
import { KeptPages } from './kept-pages.ts';
import { makePages } from './make-pages.ts';
import { bundleIn, injectedScripts, type RouteStyles } from './page-app.ts';
import type { CommandOptions } from './command-options.ts';
import type { Context } from '../settings/context.ts';
import { fontFiles } from '../content/font-files.ts';
import { reuseOf } from './profile.ts';
import { SiteFiles } from './site-files.ts';
import { removeUnused } from './unused-files.ts';

interface Options extends Pick<CommandOptions, 'progress' | 'endPhase' | 'onBuilt'> {
  pagesPerWorker?: number | undefined;
}

interface Generation {
  make: AstroIntegration;
  keep: AstroIntegration;
  /** The paths of the built pages whose routes are not the engine's, without the base path. */
  ownPages: Set<string>;
}

/**
 * Makes the pages of a site in the place of Astro, which bundles them, and only those that would be
 * other than in the last one. `make` stands before `swap`, which puts the site in its place, and
 * `keep` behind it.
 */
export function generation(
  context: Context,
  { pagesPerWorker, progress, endPhase, onBuilt }: Options = {},
): Generation {
  let last: URL;
  let config: AstroConfig;
  let pages: HookParameters<'astro:build:setup'>['pages'];
  let kept: KeptPages;
  const ownPages = new Set<string>();
  /** Has all pages made before Astro asks for the first one. */
  const making = (astros: AstroPrerenderer): AstroPrerenderer => {
    const { root } = context;
    const build = buildOf(config, context);
    const files = new SiteFiles(build.folder, build.publicFolder);
    kept = new KeptPages({ root, last: fileURLToPath(last), next: files });
    return {
      ...astros,
      name: 'octavo',
      async getStaticPaths() {
        endPhase?.('bundle');
        const paths = await astros.getStaticPaths();
        endPhase?.('paths');
        const styles = [...pages].map(([key, { styles }]): RouteStyles[number] => [
          key,
          { styles },
        ]);
        const scripts = injectedScripts(astros);
        const made = await makePages(paths, {
          ...{ build, files, kept, root, progress, pagesPerWorker },
          version: versionOf(build, styles, scripts),
          // Pages of a worker have no injected scripts.
          bundle: scripts?.length === 0 ? bundleIn(prerenderFolder(config), styles) : undefined,
          render: async (request, routeData) =>
            responseOf(await astros.render(request, { routeData })),
        });
        for (const path of made) ownPages.add(path);
        endPhase?.('pages', reuseOf('files', kept.counts));
        return paths;
      },
      async render(request, options) {
        const path = decodePath(new URL(request.url).pathname).slice(build.base.length - 1);
        // Astro writes no file of an empty response, but those of redirects.
        return files.has(fileOf(path, options.routeData.type, build))
          ? new Response(null)
          : astros.render(request, options);
      },
    };
  };
  return {
    ownPages,
    make: {
      name: 'octavo:generation',
      hooks: {
        'astro:config:setup': (given) => {
          last = given.config.outDir;
        },
        'astro:config:done': (given) => {
          ({ config } = given);
        },
        'astro:build:setup': (given) => {
          ({ pages } = given);
        },
        'astro:build:start': ({ setPrerenderer }) => setPrerenderer(making),
        'astro:build:done': ({ dir }) => {
          endPhase?.('pictures');
          const named = kept.assets();
          for (const path of named) kept.takeOverAsset(path);
          removeUnused(fileURLToPath(dir), config.build.assets, named);
        },
      },
    },
    keep: {
      name: 'octavo:generation-kept',
      hooks: {
        'astro:build:done': () => {
          onBuilt?.(kept.counts);
          kept.save();
        },
      },
    },
  };
}

function buildOf(
  { base, build, outDir, publicDir, trailingSlash }: AstroConfig,
  { root, settings, mode }: Context,
): Build {
  const engine = engineDigest({ root, engine: engineFolder }, settings, 'pages');
  const isPreview = mode === 'preview';
  const fonts = fontFiles({ root, settings }).map(({ file }) => relative(root, file));
  return {
    version: `${engine} ${isPreview} ${contentOfComponents(root)} ${digestOfFiles(root, fonts)}`,
    hasFonts: fonts.length > 0,
    ...{ base, assets: build.assets, isPreview, permalink: settings.permalink },
    ...{ origin: settings.origin, endsInSlash: trailingSlash !== 'never' },
    folder: fileURLToPath(outDir),
    publicFolder: fileURLToPath(publicDir),
  };
}

/** Returns a digest of everything that all pages depend on. */
function versionOf(
  { version, folder, assets }: Build,
  styles: RouteStyles,
  scripts: ReturnType<typeof injectedScripts>,
): string {
  // The names of the files of injected scripts have hashes.
  const files = scripts?.length ? globSync('*.js', { cwd: join(folder, assets) }).sort() : [];
  return hash('sha256', JSON.stringify([version, styles, scripts, files]), 'base64url');
}

function prerenderFolder({ outDir }: AstroConfig): URL {
  return new URL('.prerender/', outDir);
}

function responseOf(rendered: Awaited<ReturnType<AstroPrerenderer['render']>>): Response {
  return rendered instanceof Response ? rendered : rendered.response;
}
