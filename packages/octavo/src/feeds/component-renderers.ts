import mdx from '@astrojs/mdx/server.js';
import type { SSRLoadedRenderer } from 'astro';
import { renderers } from 'virtual:astro:renderers';

/** Renders islands as nothing, for which feeds have links. */
const islands = {
  check: () => Promise.resolve(true),
  renderToStaticMarkup: () => Promise.resolve({ html: '' }),
};

/**
 * The renderers of MDX and of UI frameworks. The module that has those of all integrations is private
 * to Astro: in a version without it, islands are links.
 */
export const componentRenderers: SSRLoadedRenderer[] = renderers ?? [
  { name: 'astro:jsx', ssr: mdx },
  { name: 'octavo:islands', ssr: islands },
];
