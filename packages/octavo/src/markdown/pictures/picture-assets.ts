import type { Plugin } from 'vite';
import { withoutMetadata } from './picture-metadata.ts';

/** Publishes the pictures that code imports without their metadata. */
export function pictureAssets(): Plugin {
  return {
    name: 'octavo:picture-assets',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && typeof file.source !== 'string')
          file.source = await withoutMetadata(Buffer.from(file.source));
    },
  };
}
