import type { Plugin } from 'vite';
import { fileError } from '../markdown/pictures/file-error.ts';
import { withoutMetadata } from '../markdown/pictures/picture-metadata.ts';

/** Lets unreadable pictures of the content pass, and publishes pictures without metadata. */
export function pictureAssets(): Plugin {
  return {
    name: 'octavo:picture-assets',
    load: {
      // Before Astro, which throws, although no page may show the picture. Checks report those that do.
      order: 'pre',
      filter: {
        id: /\/src\/(?:content|assets)\/.*\.(?:avif|gif|jpe?g|png|svg|webp)$/i,
      },
      handler(id) {
        return fileError(id) === undefined ? undefined : 'export default undefined';
      },
    },
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && typeof file.source !== 'string')
          file.source = await withoutMetadata(Buffer.from(file.source));
    },
  };
}
