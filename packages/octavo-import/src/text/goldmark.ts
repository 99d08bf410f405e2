import { markdownToHtml, type Features, type MdastNode, type MdastPluginList } from 'satteri';
import type { TextContext } from './text-source.ts';

type Markup = TextContext['markup'];

/** Reads a text as Goldmark does, and hands its nodes to plugins. */
export function readAsGoldmark(text: string, markup: Markup, mdastPlugins: MdastPluginList): void {
  void markdownToHtml(text, { features: goldmarkFeatures(markup), mdastPlugins });
}

/** Returns the syntax of Goldmark, as far as Sätteri's switches go. */
export function goldmarkFeatures({
  footnote,
  definitionList,
}: Pick<Markup, 'footnote' | 'definitionList'>): Features {
  return {
    gfm: { footnotes: footnote },
    definitionList,
    frontmatter: false,
    smartPunctuation: false,
  };
}

/** Returns where a node stands, in offsets. */
export function placeOf({ position }: Readonly<MdastNode>): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
