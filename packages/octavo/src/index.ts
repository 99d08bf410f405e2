// `octavo`: the Astro integration. All of the engine is connected here.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import * as owner from '#site-config';
import { ownRoutes } from './addresses/owner-routes.ts';
import { site } from './settings/settings.ts';
import { devContent } from './dev/dev-content.ts';
import { generation } from './build/generation.ts';
import { isPreview, mode } from './build/mode.ts';
import { preview } from './build/preview.ts';
import { redirects } from './redirects/write-redirects.ts';
import { searchIndex } from './search/index/search-index.ts';
import { swap } from './build/swap.ts';
import { injectedRoutes } from './addresses/routes.ts';
import { mdxDocument, mdxProse } from './markdown/mdx.ts';
import { namedPlugins } from './markdown/owner-plugins.ts';
import { hastPlugins, markdownFeatures, mdastPlugins } from './markdown/render.ts';
import { sitemapOf } from './sitemap/sitemap.ts';
import { replacementsInUse } from './owner/overridable.ts';
import { ownersFiles } from './owner/vite-plugin.ts';

interface Options {
  /** With fewer pages no thread is started to make them. @internal For tests. */
  pagesPerThread?: number;
}

/** Makes an Astro site an Octavo blog. Its settings are in `src/site.config.ts`. */
export default function octavo({ pagesPerThread }: Options = {}): AstroIntegration {
  return {
    name: 'octavo',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute, isRestart, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const inUse = replacementsInUse(root);
        if (inUse !== undefined && !isRestart && ['build', 'dev'].includes(command))
          console.log(`Octavo ${inUse}`);
        const own = ownRoutes(root).map(({ pattern }) => pattern);
        for (const route of injectedRoutes(own, site)) injectRoute({ ...route, prerender: true });
        const pages = generation({ pagesPerThread });
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig({
          site: site.origin,
          base: site.base,
          cacheDir: new URL('./.cache/astro/', config.root),
          devToolbar: { enabled: false },
          // A cover may be a drawing, which is shared as a picture. What is drawn is the owner's own.
          image: { dangerouslyProcessSVG: true },
          scopedStyleStrategy: 'where',
          // Editors check front matter by what this writes into .astro/collections/.
          experimental: { contentIntellisense: true },
          build: { inlineStylesheets: 'always', concurrency: 32 },
          markdown: {
            syntaxHighlight: false,
            processor: satteri({
              mdastPlugins: [
                mdxDocument(config.root, site),
                mdastPlugins,
                namedPlugins(owner.mdastPlugins),
              ],
              hastPlugins: [hastPlugins, namedPlugins(owner.hastPlugins)],
              features: markdownFeatures(site.language),
            }),
          },
          integrations: [
            mode(),
            pages.make,
            devContent(),
            ...(hasMdx ? [] : [mdx()]),
            isPreview() ? preview() : sitemapOf(config.root, site, pages.ownPages),
            searchIndex(site),
            redirects(site),
            swap(),
            pages.keep,
          ],
          vite: {
            ssr: { noExternal: ['octavo'] },
            plugins: [ownersFiles(root), mdxProse(config.root, site.language)],
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
