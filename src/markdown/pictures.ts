import { dirname, posix } from 'node:path';
import { defineMdastPlugin } from 'satteri';

/** A picture that is not there is a mistake. Astro sizes and optimises the others. */
export const pictures = defineMdastPlugin({
  name: 'octavo:pictures',
  options: { position: true },
  image(node, ctx) {
    const document = ctx.data.octavo;
    if (!document || URL.canParse(node.url) || node.url.startsWith('/') || node.url === '') return;
    const file = posix.join(dirname(document.path), decodeURIComponent(node.url));
    if (document.exists(file)) return;
    document.report(node.position?.start, `picture: there is no ${node.url} here`);
  },
});
