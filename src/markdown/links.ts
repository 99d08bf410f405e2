import { dirname, posix } from 'node:path';
import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { decodePath } from './addresses.ts';
import type { MarkdownDocument } from './document.ts';

/** Links to Markdown files (`./other.md#heading`) lead to their pages; to none is a mistake. */
export const fileLinks = defineMdastPlugin({
  name: 'octavo:file-links',
  options: { position: true },
  link: resolveFileLink,
  definition: resolveFileLink,
});

type LinkLike = Extract<MdastNode, { type: 'link' | 'definition' }>;

function resolveFileLink(node: Readonly<LinkLike>, ctx: MdastVisitorContext): void {
  const [, file, rest = ''] = /^([^?#]+\.mdx?)([?#].*)?$/.exec(node.url) ?? [];
  const document = ctx.data.octavo;
  if (file === undefined || !document || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(file)) return;
  const folder = file.startsWith('/') ? '' : dirname(document.path);
  const target = posix.join(folder, decodePath(file)).replace(/^\//, '');
  const address = document.address(target);
  if (typeof address === 'string') return ctx.setProperty(node, 'url', encodeURI(address) + rest);
  const place = node.position?.start;
  if (address === false) return document.report(place, `link: ${file} is a draft, and has no page`);
  // A file that is there and has no page has mistakes of its own, which are said where they are.
  if (document.exists(target)) return;
  document.report(place, `link: there is no ${file} here${suggestion(file, target, document)}`);
}

/** Returns a hint where the post stands there in another shape: as a bundle, as MDX. */
function suggestion(file: string, target: string, document: MarkdownDocument): string {
  const ending = ENDINGS.find((known) => document.exists(target.replace(/\.mdx?$/, known)));
  return ending === undefined ? '' : `; did you mean ${file.replace(/\.mdx?$/, ending)}?`;
}

const ENDINGS = ['/index.md', '.mdx', '.md', '/index.mdx'];
