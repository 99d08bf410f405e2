import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { site } from './src/blog/settings.ts';
import { devContent } from './src/build/dev-content.ts';
import { generation } from './src/build/generation.ts';
import { isPreview, mode } from './src/build/mode.ts';
import { preview } from './src/build/preview.ts';
import { redirects } from './src/build/redirects.ts';
import { searchIndex } from './src/build/search-index.ts';
import { swap } from './src/build/swap.ts';
import { mdxDocument, mdxProse } from './src/markdown/mdx.ts';
import { hastPlugins, markdownFeatures, mdastPlugins } from './src/markdown/render.ts';
import { sitemapOf } from './src/meta/sitemap.ts';

const root = new URL('./', import.meta.url);
const pages = generation();

// Wires Astro together. The settings of the blog are in src/site.config.ts.
export default defineConfig({
  site: site.origin,
  base: site.base,
  cacheDir: './.cache/astro',
  devToolbar: { enabled: false },
  // A cover may be a drawing, which is shared as a picture. What is drawn is the owner's own.
  image: { dangerouslyProcessSVG: true },
  scopedStyleStrategy: 'where',
  // Editors check front matter by what this writes into .astro/collections/; see .vscode/.
  experimental: { contentIntellisense: true },
  build: { inlineStylesheets: 'always', concurrency: 32 },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [mdxDocument(root, site), mdastPlugins],
      hastPlugins,
      features: markdownFeatures(site.language),
    }),
  },
  integrations: [
    mode(),
    pages.make,
    devContent(),
    mdx(),
    isPreview() ? preview() : sitemapOf(root, site),
    searchIndex(site),
    redirects(site),
    swap(),
    pages.keep,
  ],
  vite: {
    plugins: [mdxProse(root, site.language)],
    build: {
      // The first versions with light-dark(), which is not worth a fallback for older ones.
      cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5', 'ios17.5'],
    },
  },
});
