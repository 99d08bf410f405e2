import { markdownToMdast, mdxToMdast, type Features, type MdastNode } from 'satteri';
import { stringsFor } from '../strings/strings.ts';
import type { SiteSettings } from './document.ts';

/** A node of Markdown by its type. */
export type Of<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

export const SYNTAX: Features = {
  smartPunctuation: true,
  math: true,
  directive: true,
  headingAttributes: true,
  definitionList: true,
  rawHtml: true,
  frontmatter: false,
};

/** Returns the syntax that is on, with the words of a site. */
export function markdownFeatures(
  site: Pick<SiteSettings, 'language' | 'strings'> & Partial<Pick<SiteSettings, 'wikilinks'>>,
): Features {
  const { footnotes, backToReference } = stringsFor(site);
  return {
    ...SYNTAX,
    ...(site.wikilinks && { wikilinks: true }),
    gfm: {
      footnotes: {
        label: footnotes,
        backLabel: (number, again) =>
          backToReference(again > 1 ? `${number}-${again}` : `${number}`),
        // The second character asks for the arrow as text, not as an emoji.
        backContent: '↩\uFE0E',
        clobberPrefix: '',
      },
    },
  };
}

/** Returns all nodes of a text, in order; none of MDX that does not parse. */
export function nodesIn(text: string, format: 'md' | 'mdx', features = SYNTAX): MdastNode[] {
  const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
  try {
    return descendantsOf(parse(text, { features }));
  } catch {
    // It is reported when it is rendered.
    return [];
  }
}

/** Returns a node and all nodes in it, in order. */
export function descendantsOf(node: MdastNode): MdastNode[] {
  return [node, ...('children' in node ? node.children.flatMap(descendantsOf) : [])];
}
