import { defineMdastPlugin, type MdastNode } from 'satteri';
import { stringsFor } from '../../strings/strings.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';

/** The URLs under which hosts show a film. */
const FILMS: [host: string, url: RegExp][] = [
  [
    'YouTube',
    /^https?:\/\/(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com\/(?:watch\?|shorts\/|live\/|embed\/)/i,
  ],
  ['YouTube', /^https?:\/\/youtu\.be\/[\w-]/i],
  ['Vimeo', /^https?:\/\/(?:(?:www|player)\.)?vimeo\.com\/(?:[\w-]+\/)*\d+/i],
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
        const { url } = link;
        const [host] = FILMS.find(([, film]) => film.test(url)) ?? [];
        if (host === undefined) return;
        if (link.children.some(({ type }) => type === 'image' || type === 'imageReference')) return;
        ctx.setProperty(node, 'data', { ...node.data, hProperties: { className: ['video'] } });
        const isBare = ['', url, url.replace(/^https?:\/\//, '')].includes(ctx.textContent(link));
        if (isBare) {
          const value = stringsFor(documentOf(ctx).site).videoOn(host);
          ctx.setProperty(link, 'children', [{ type: 'text', value }]);
        } else ctx.appendChild(link, { type: 'text', value: ` (${host})` } as MdastNode as never);
      },
    }),
} satisfies MarkdownFeature;
