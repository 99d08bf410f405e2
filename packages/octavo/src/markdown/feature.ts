import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { TextCheck } from './text-check.ts';

/** A feature of Markdown, with its plugins and its checks. */
export interface MarkdownFeature {
  mdast?: MdastPluginEntry;
  hast?: HastPluginEntry;
  /** True where `check` needs the hast plugin, which reports errors or is read by one that does. */
  inCheck?: boolean;
  /** Checks of the Markdown as it is written. */
  checks?: readonly TextCheck[];
}
