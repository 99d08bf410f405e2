import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { basePath } from './base-path.ts';
import { deadLink, deadAnchor, emptyLink, referenceUndefined } from './link-checks.ts';
import { pageAddress } from './linked-file.ts';

/** Links: to Markdown files (`./other.md#heading`) as to their pages, to paths below the base path. */
export const links = {
  mdast: defineMdastPlugin({
    name: 'octavo:file-links',
    link: resolveFileLink,
    definition: resolveFileLink,
  }),
  hast: basePath,
  checks: [deadLink, deadAnchor, emptyLink, referenceUndefined],
} satisfies MarkdownFeature;

function resolveFileLink(node: Readonly<Of<'link' | 'definition'>>, ctx: MdastVisitorContext) {
  const document = ctx.data.octavo;
  const url = document && pageAddress(node.url, document);
  if (!url) return;
  document.targets.set(node.url, url);
  ctx.setProperty(node, 'url', url);
}
