import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { TextChecks } from './text-check.ts';

/** A feature of Markdown, with its plugins and its checks. */
export interface MarkdownFeature {
  mdast?: MdastPluginEntry;
  hast?: HastPluginEntry;
  /** Checks of the Markdown as it is written. */
  checks?: TextChecks;
}
