import type { Conversion } from '../text/conversion.ts';
import type { TextContext } from '../text/text-source.ts';

/** The facts about the old blog that a conversion of shortcodes needs. */
export interface ShortcodeContext extends TextContext {
  /** Parameters of front matter and of the site, keys in lower case, for the `param` shortcode. */
  params: Record<string, unknown>;
  siteParams: Record<string, unknown>;
  /** The templates of shortcodes that the site or its theme defines, by their names. */
  ownShortcodes: ReadonlyMap<string, string>;
  /** Those whose templates make Markdown. */
  markdownShortcodes?: ReadonlySet<string>;
  /** What the author wants shortcodes to become, by their names: `inner`, `drop`, another's name, a template. */
  mappedShortcodes: ReadonlyMap<string, string>;
  /** Returns the output of a template; `undefined` where only its system can tell. */
  runTemplate: (template: string, data: TemplateData) => string | undefined;
}

/** The conversion of a text with shortcodes. */
export type ShortcodeConversion = Conversion<ShortcodeContext>;

/** The data of a template of a shortcode. */
export interface TemplateData {
  named: ReadonlyMap<string, string>;
  positional: readonly string[];
  /** HTML that stands for the text between the marks; empty without one. */
  inner: string;
  name: string;
  /** A number of its own in its text, counted from 0. */
  ordinal: number;
  params: Record<string, unknown>;
  siteParams: Record<string, unknown>;
  title: string;
  /** Returns Markdown as HTML. */
  markdown: (text: string) => string;
}
