import { boolean, map } from '../old/values.ts';
import type { ShortcodeContext } from '../shortcodes/shortcode-context.ts';
import { asksForMath } from '../text/asks-for-math.ts';
import { COMMON_MARKUP } from '../text/common-markup.ts';
import type { Pass } from '../text/passes.ts';
import { plainText } from '../text/plain-text.ts';
import type { ZolaConfig } from './config.ts';
import type { ZolaPage } from './content.ts';
import { zolaSlug } from './slug.ts';

/** Returns how a text is read, by the configuration. */
export function markupOf(
  { source }: ZolaPage,
  { values, extra }: ZolaConfig,
): ShortcodeContext['markup'] {
  const options = map(values, 'markdown');
  return {
    ...{ ...COMMON_MARKUP, attributeTitle: true, linkify: false },
    typographer: boolean(options['smart_punctuation']) ?? false,
    emoji: boolean(options['render_emoji']) ?? false,
    definitionList: boolean(options['definition_list']) ?? false,
    mathByTheme: asksForMath(source.values) || asksForMath(extra),
  };
}

/** Returns the id that Zola gives to a heading, by its line of Markdown. */
export function headingAnchor(line: string, { slugs }: ZolaConfig): string {
  return zolaSlug(plainText(line), slugs.anchors);
}

/** Writes the words behind a fence as Hugo does: `rust,linenos,hl_lines=2-3 5`. */
export const fenceOptions: Pass = (text) =>
  [...text.matchAll(/^([ \t>]*(?:`{3,}|~{3,}))[ \t]*([^\s,{`]*),([^\n{`]*)$/gm)].map((match) => {
    const [whole, marks = '', language = '', written = ''] = match;
    const options = written.split(',').flatMap(optionOf);
    const behind = options.length === 0 ? '' : ` {${options.join(' ')}}`;
    const text = `${marks}${language}${behind}`;
    return { start: match.index, end: match.index + whole.length, text };
  });

/** Returns an option of Zola; others are of rustdoc, for its tests. */
function optionOf(written: string): string[] {
  const [key = '', value] = written.trim().split(/\s*=\s*/, 2);
  if (key === 'linenos') return ['linenos=true'];
  const isKnown = ['linenostart', 'hl_lines', 'name'].includes(key);
  return isKnown && value !== undefined ? [`${key}="${value}"`] : [];
}
