// `octavo`: the Astro integration. All of the engine is connected here.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { ownRoutes } from './content/read-owner-routes.ts';
import { injectedRoutes } from './addresses/routes.ts';
import { commandOptionsOf } from './build/command-options.ts';
import { generation } from './build/generation.ts';
import { preview } from './build/preview.ts';
import { swap } from './build/swap.ts';
import { loadContext } from './content/load-context.ts';
import { devContent } from './dev/dev-content.ts';
import { CONTENT_HOOK, SiteContent } from './loader/site-content.ts';
import { mdxDocument, mdxProse } from './markdown/mdx.ts';
import { namedPlugins } from './markdown/owner-plugins.ts';
import { hastPlugins, mdastPlugins } from './markdown/features.ts';
import { markdownFeatures } from './markdown/render.ts';
import { replacementsInUse } from './owner/overridable.ts';
import { ownersFiles } from './owner/vite-plugin.ts';
import { redirects } from './redirects/write-redirects.ts';
import { searchIndex } from './search/index/search-index.ts';
import { sitemapOf } from './sitemap/sitemap.ts';

interface Options {
  /** With fewer pages no thread is started to make them. @internal For tests. */
  pagesPerThread?: number;
}

/** Makes an Astro site an Octavo blog. Its settings are in `src/site.config.ts`. */
export default function octavo({ pagesPerThread }: Options = {}): AstroIntegration {
  let content: SiteContent;
  return {
    name: 'octavo',
    hooks: {
      [CONTENT_HOOK]: () => content,
      'astro:config:setup': async ({ command, config, injectRoute, isRestart, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const { drafts, now, progress, onBuilt } = commandOptionsOf(config.integrations);
        const mode =
          command === 'dev' ? 'dev' : command === 'build' && drafts ? 'preview' : 'build';
        const context = await loadContext(root, { mode, now });
        const { settings, extensions } = context;
        const site = (content = new SiteContent(context, progress));
        const inUse = replacementsInUse(root);
        if (inUse !== undefined && !isRestart && ['build', 'dev'].includes(command))
          console.log(`Octavo ${inUse}`);
        const own = ownRoutes(root).map(({ pattern }) => pattern);
        for (const route of injectedRoutes(own, settings))
          injectRoute({ ...route, prerender: true });
        const pages = generation(context, { pagesPerThread, progress, onBuilt });
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig({
          site: settings.origin,
          base: settings.base,
          cacheDir: new URL('./.cache/astro/', config.root),
          devToolbar: { enabled: false },
          // A cover may be a drawing, which is shared as a picture. Drawings are the owner's own.
          image: { dangerouslyProcessSVG: true },
          scopedStyleStrategy: 'where',
          // Editors check front matter by what this writes into .astro/collections/.
          experimental: { contentIntellisense: true },
          build: { inlineStylesheets: 'always', concurrency: 32 },
          markdown: {
            syntaxHighlight: false,
            processor: satteri({
              mdastPlugins: [
                mdxDocument(context, (path) => site.urlOf(path)),
                mdastPlugins,
                namedPlugins(extensions.mdastPlugins),
              ],
              hastPlugins: [hastPlugins, namedPlugins(extensions.hastPlugins)],
              features: markdownFeatures(settings),
            }),
          },
          integrations: [
            pages.make,
            devContent(site),
            ...(hasMdx ? [] : [mdx()]),
            mode === 'preview'
              ? preview()
              : sitemapOf(settings, {
                  blog: site.blog,
                  bodyOf: (path) => site.bodyOf(path),
                  ownPages: pages.ownPages,
                }),
            searchIndex(settings, site.blog),
            redirects(context, site.blog),
            swap(),
            pages.keep,
          ],
          vite: {
            ssr: { noExternal: ['octavo'] },
            plugins: [ownersFiles(context), mdxProse(context)],
            build: {
              // The first versions with light-dark(), which is not worth a fallback for older ones.
              cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5', 'ios17.5'],
            },
          },
        });
      },
      'astro:config:done': ({ config: { integrations } }) => {
        // An integration behind this one may have added others.
        const isLast = ({ name }: AstroIntegration) => LAST.includes(name);
        integrations.sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
      },
    },
  };
}

/** Those that work on the whole site, and put it in its place. */
const LAST = ['octavo:swap', 'octavo:generation-kept'];
