// `octavo`: the Astro integration, which connects all parts of the engine.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { engineRoutes } from './content/read-owner-routes.ts';
import { commandOptionsOf } from './build/command-options.ts';
import { generation } from './build/generation.ts';
import { pictureAssets } from './markdown/pictures/picture-assets.ts';
import { loadContext } from './content/load-context.ts';
import { devContent } from './dev/dev-content.ts';
import { bundledPages } from './dev/bundled-pages.ts';
import { htmlPosts } from './dev/html-posts.ts';
import { CONTENT_HOOK, SiteContent } from './loader/site-content.ts';
import { mdxDocument, mdxProse } from './markdown/mdx/mdx.ts';
import { hastPlugins, mdastPlugins } from './markdown/features.ts';
import { markdownFeatures } from './markdown/syntax.ts';
import { inNode } from './owner/in-node.ts';
import { ownStyles } from './owner/own-styles.ts';
import { ownerFiles } from './owner/owner-files.ts';
import { renderersFallback } from './owner/renderers-fallback.ts';
import type { NodeContext } from './settings/context.ts';
import { siteHooks } from './site-hooks.ts';

/** Turns an Astro site into an Octavo blog, with the settings in `src/site.config.ts`. */
export default function octavo(): AstroIntegration {
  let content: SiteContent;
  return {
    name: 'octavo',
    hooks: {
      [CONTENT_HOOK]: () => content,
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const options = commandOptionsOf(config.integrations);
        const { drafts, now, endPhase } = options;
        const mode =
          command === 'dev' ? 'dev' : command === 'build' && drafts ? 'preview' : 'build';
        const context = await loadContext(root, { mode, now });
        const { settings, extensions } = context;
        const site = (content = new SiteContent(context, options));
        for (const route of engineRoutes(context)) injectRoute({ ...route, prerender: true });
        const bundledEntries = () => site.bundledEntries();
        const { make, swap, siteBuild } = generation(context, { ...options, bundledEntries });
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig({
          site: settings.origin,
          base: settings.base,
          cacheDir: new URL('./.cache/astro/', config.root),
          fonts: await fontFamilies(context),
          devToolbar: { enabled: false },
          // A cover may be an SVG, which is rasterized for sharing. SVG files are the owner's own.
          image: { dangerouslyProcessSVG: true },
          scopedStyleStrategy: 'where',
          // Writes the schemas to .astro/collections/, by which editors check front matter.
          experimental: { contentIntellisense: true, collectionStorage: 'single-file' },
          build: { inlineStylesheets: 'always' },
          markdown: {
            syntaxHighlight: false,
            processor: satteri({
              mdastPlugins: [
                mdxDocument(context, () => site.siteIndex),
                mdastPlugins,
                extensions.mdastPlugins,
              ],
              hastPlugins: [hastPlugins, extensions.hastPlugins],
              features: markdownFeatures(settings),
            }),
          },
          integrations: [
            make,
            devContent(site),
            bundledPages(site),
            htmlPosts(context),
            ...(hasMdx ? [] : [mdx()]),
            ...siteHooks(context, site, { siteBuild, endPhase }),
            swap,
          ],
          vite: {
            ssr: { noExternal: ['octavo'] },
            server: { watch: { ignored: ['**/.cache/octavo/**'] } },
            plugins: [
              inNode(context),
              ownerFiles(context, () => site.hasOwnPictures()),
              ownStyles(context),
              renderersFallback(),
              mdxProse(context),
              pictureAssets(),
            ],
            build: {
              // The first versions with light-dark().
              cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5', 'ios17.5'],
            },
          },
        });
        endPhase?.('configuration');
      },
      'astro:config:done': ({ config: { integrations } }) => {
        // It must run last, on the complete site: integrations after this one may have added others.
        const isLast = ({ name }: AstroIntegration) => name === 'octavo:swap';
        integrations.sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
      },
    },
  };
}

/** Returns the setting `fonts` as Astro has it; Astro's font providers load 230 modules of SVGO. */
async function fontFamilies(context: NodeContext) {
  if (Object.keys(context.settings.fonts).length === 0) return [];
  return (await import('./owner/font-families.ts')).fontFamilies(context);
}
