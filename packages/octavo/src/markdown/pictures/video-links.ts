import { defineMdastPlugin, type MdastNode } from 'satteri';
import { stringsFor } from '../../strings/strings.ts';
import { siteOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';

/** The hosts of films, and the paths under which they show one. */
const HOSTS: [name: string, host: RegExp, path: RegExp][] = [
  [
    'YouTube',
    /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/,
    /^\/(?:watch$|shorts\/|live\/|embed\/)/,
  ],
  ['YouTube', /^youtu\.be$/, /^\/[\w-]/],
  ['Vimeo', /^(?:www\.|player\.)?vimeo\.com$/, /^\/(?:[\w-]+\/)*\d+/],
];

/**
 * A link to a film at YouTube or Vimeo, alone on its line, says where it leads: `A title
 * (YouTube)`, or `Video on YouTube` where it has no title. Nothing is fetched from there. A link
 * around a picture stays as it is.
 */
export const videoLinks = {
  mdast: ({ source }) =>
    /youtu|vimeo/i.test(source) &&
    defineMdastPlugin({
      name: 'octavo:video-links',
      paragraph(node, ctx) {
        const [link, ...others] = node.children;
        if (link?.type !== 'link' || others.length > 0) return;
        const host = videoHost(link.url);
        if (host === undefined) return;
        if (link.children.some(({ type }) => type === 'image' || type === 'imageReference')) return;
        ctx.setProperty(node, 'data', { ...node.data, hProperties: { className: ['video'] } });
        if (isBare(ctx.textContent(link), link.url)) {
          const value = stringsFor(siteOf(ctx.data)).videoOn(host);
          ctx.setProperty(link, 'children', [{ type: 'text', value }]);
        } else ctx.appendChild(link, { type: 'text', value: ` (${host})` } as MdastNode as never);
      },
    }),
} satisfies MarkdownFeature;

/** Returns the name of the host of a film, or `undefined` for another address. */
function videoHost(address: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  return HOSTS.find(([, host, path]) => host.test(hostname) && path.test(pathname))?.[0];
}

/** True for an address that was written without a title. */
function isBare(text: string, address: string): boolean {
  return (
    text === '' || text === address || `https://${text}` === address || `http://${text}` === address
  );
}
