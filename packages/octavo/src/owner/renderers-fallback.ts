import type { Plugin } from 'vite';

const ID = '\0octavo:no-renderers';

/** Replaces Astro's private module of renderers where it is missing (`feeds/component-renderers.ts`). */
export function renderersFallback(): Plugin {
  return {
    name: 'octavo:renderers-fallback',
    resolveId: {
      order: 'post',
      handler: (source) => (source === 'virtual:astro:renderers' ? ID : undefined),
    },
    load: (id) => (id === ID ? 'export const renderers = undefined;' : undefined),
  };
}
