import { dirname, posix } from 'node:path';
import { defineHastPlugin, defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import type { Position } from '../blog/front-matter.ts';
import { decodePath } from './addresses.ts';

/** A picture that is not there is a mistake, also where it is named by reference. */
export const missingPictures = defineMdastPlugin({
  name: 'octavo:missing-pictures',
  options: { position: true },
  image(node, ctx) {
    requirePicture(node.url, node.position?.start, ctx);
  },
  definition(node, ctx) {
    if (/\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(node.url)) {
      requirePicture(node.url, node.position?.start, ctx);
    }
  },
});

/**
 * A picture beside the file is handed to Astro, which sizes and optimises it: the loader's store
 * replaces the attribute `__ASTRO_IMAGE_` when the page is made (astro/dist/content/runtime.js),
 * and Astro's MDX renderer takes up every `img` that is among the local paths.
 */
export const pictures = defineHastPlugin({
  name: 'octavo:pictures',
  element: {
    filter: ['img'],
    visit(node, ctx) {
      const source = node.properties?.['src'];
      const { astro } = ctx.data;
      if (typeof source !== 'string' || !astro || !isBeside(source)) return;
      const src = decodePath(source);
      astro.localImagePaths.add(src);
      if (ctx.sourceFormat === 'mdx') return;
      const index = [...astro.localImagePaths].indexOf(src);
      const options = JSON.stringify({ ...node.properties, src, index });
      ctx.replaceNode(node, { ...node, properties: { __ASTRO_IMAGE_: options } });
    },
  },
});

function requirePicture(
  url: string,
  position: Position | undefined,
  { data: { octavo: document } }: MdastVisitorContext,
): void {
  if (!document || !isBeside(url)) return;
  if (document.exists(posix.join(dirname(document.path), decodePath(url)))) return;
  document.report(position, `picture: there is no ${url} here`);
}

/** True for a path relative to the file, not an address or a path of the site. */
function isBeside(url: string): boolean {
  return url !== '' && !url.startsWith('/') && !URL.canParse(url);
}
