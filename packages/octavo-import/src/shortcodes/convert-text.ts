import { Conversion, editedText } from '../text/conversion.ts';
import { finishConversion } from '../text/finish-conversion.ts';
import { findFormulas } from '../text/formulas.ts';
import { applyPasses, type Pass } from '../text/passes.ts';
import { Placeholders } from '../text/placeholders.ts';
import type { ConvertedText, TextSource } from '../text/text-source.ts';
import { readContexts } from './contexts.ts';
import { placeShortcodes } from './place-shortcodes.ts';
import type { ShortcodeContext } from './shortcode-context.ts';
import type { Found } from './tag.ts';

/**
 * Returns Markdown with shortcodes, which `scan` finds, as Octavo's; `passes` rewrite the Markdown of
 * the system. Where nothing has to change, the text stays as it is written. Never throws for what an
 * author wrote.
 */
export function convertText(
  source: TextSource,
  context: ShortcodeContext,
  scan: (body: string) => Found[],
  passes: (placeholders: Placeholders) => readonly Pass[] = () => [],
): ConvertedText {
  const conversion = new Conversion(source, context);
  const { body } = source;
  const placeholders = new Placeholders(body);
  const found = scan(body);
  const mayHaveFormulas = /\$|\\[([]/.test(body);
  const contexts =
    found.length > 0 || mayHaveFormulas ? readContexts(found, conversion) : undefined;
  const shortcodes = contexts ? placeShortcodes(found, conversion, contexts, placeholders) : [];
  const formulas = findFormulas(body, context.markup, contexts?.taken ?? []).map((edit) => ({
    ...edit,
    text: placeholders.put(edit.text),
  }));
  const placed = applyPasses(editedText(body, [...shortcodes, ...formulas]), passes(placeholders));
  return finishConversion(placed, conversion, placeholders);
}
