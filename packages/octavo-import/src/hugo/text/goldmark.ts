import type { Features, MdastNode, MdastPluginList } from 'satteri';
import { lookThrough } from 'octavo/internal/markdown/read-only-pass';
import type { TextContext } from '../text-source.ts';

/** Reads a text as Goldmark does, as far as Sätteri's switches go, and hands its nodes to plugins. */
export function readAsGoldmark(
  text: string,
  { footnote, definitionList }: TextContext['markup'],
  mdastPlugins: MdastPluginList,
): void {
  const features: Features = {
    gfm: { footnotes: footnote },
    definitionList,
    frontmatter: false,
    smartPunctuation: false,
  };
  lookThrough(text, 'md', features, mdastPlugins);
}

/** Returns where a node stands, in offsets. */
export function placeOf({ position }: Readonly<MdastNode>): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
