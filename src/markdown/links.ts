import { dirname, posix } from 'node:path';
import {
  defineHastPlugin,
  defineMdastPlugin,
  type MdastNode,
  type MdastVisitorContext,
} from 'satteri';
import { href } from '../blog/urls.ts';
import type { MarkdownDocument } from './document.ts';

/** Links to Markdown files (`./other.md#heading`) lead to their pages; to none is a mistake. */
export const fileLinks = defineMdastPlugin({
  name: 'octavo:file-links',
  options: { position: true },
  link: resolveFileLink,
  definition: resolveFileLink,
});

/** The elements that lead or load, and their attributes that do so. */
const ADDRESSES: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  img: ['src'],
  source: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  iframe: ['src'],
};

/** Root-relative addresses (`/about/`) get the base path of the site. */
export const basePath = defineHastPlugin({
  name: 'octavo:base-path',
  element: {
    filter: Object.keys(ADDRESSES),
    visit(node, ctx) {
      for (const attribute of ADDRESSES[node.tagName] ?? []) {
        const value = node.properties?.[attribute];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) {
          ctx.setProperty(node, attribute, href(decode(value)));
        }
      }
    },
  },
});

type LinkLike = Extract<MdastNode, { type: 'link' | 'definition' }>;

function resolveFileLink(node: Readonly<LinkLike>, ctx: MdastVisitorContext): void {
  const [, file, rest = ''] = /^([^?#]+\.mdx?)([?#].*)?$/.exec(node.url) ?? [];
  const document = ctx.data.octavo;
  if (file === undefined || !document || /^[a-z][a-z\d+.-]*:/i.test(file)) return;
  const target = posix.join(file.startsWith('/') ? '' : dirname(document.path), decode(file));
  const address = document.address(target.replace(/^\//, ''));
  if (address !== undefined) return ctx.setProperty(node, 'url', address + rest);
  // A file that is there and has no page has mistakes of its own, which are said where they are.
  if (document.exists(target)) return;
  document.report(
    node.position?.start,
    `link: there is no ${file} here${suggestion(file, target, document)}`,
  );
}

/** Returns a hint where the post stands there in another shape: as a bundle, as MDX. */
function suggestion(file: string, target: string, document: MarkdownDocument): string {
  const ending = ENDINGS.find((known) => document.exists(target.replace(/\.mdx?$/, known)));
  return ending === undefined ? '' : `; did you mean ${file.replace(/\.mdx?$/, ending)}?`;
}

const ENDINGS = ['/index.md', '.mdx', '.md', '/index.mdx'];

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
