import Slugger from 'github-slugger';
import { defineHastPlugin, type HastNode, type HastPluginEntry } from 'satteri';

/**
 * Headings have ids by GitHub's rules (github-slugger), duplicates numbered, and are listed for
 * the table of contents. The number of a footnote is no part of either.
 */
export const headings: HastPluginEntry = () => {
  const slugger = new Slugger();
  return defineHastPlugin({
    name: 'octavo:headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        if (isOfFootnotes(node)) return;
        const text = textOf(node).trim();
        const own = node.properties?.['id'];
        const slug = typeof own === 'string' ? own : slugger.slug(text);
        ctx.data.astro?.headings.push({ depth: Number(node.tagName.slice(1)), slug, text });
        if (typeof own !== 'string') ctx.setProperty(node, 'id', slug);
      },
    },
  });
};

/** The heading that Sätteri puts over the footnotes, for those who do not see the page. */
function isOfFootnotes({ properties }: Extract<HastNode, { type: 'element' }>): boolean {
  return properties['id'] === 'footnote-label' && properties['className'] !== undefined;
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.properties['dataFootnoteRef'] !== undefined) return '';
  return 'children' in node ? node.children.map((child) => textOf(child as HastNode)).join('') : '';
}
