import type { ConvertedText, TextSource, TextContext } from '../text/text-source.ts';
import { readContexts } from './text/contexts.ts';
import { Conversion, editedText } from '../text/conversion.ts';
import { finishConversion } from '../text/finish-conversion.ts';
import { findFormulas } from '../text/formulas.ts';
import { placeShortcodes } from './text/place-shortcodes.ts';
import { Placeholders } from '../text/placeholders.ts';
import { scanShortcodes } from './text/scan-shortcodes.ts';

/**
 * Returns the Markdown of a Hugo post as Octavo's. Where nothing has to change, the text stays as
 * it is written. Never throws for what an author wrote.
 */
export function convertText(source: TextSource, context: TextContext): ConvertedText {
  const conversion = new Conversion(source, context);
  const { body } = source;
  const placeholders = new Placeholders(body);
  const found = scanShortcodes(body);
  const mayHaveFormulas = /\$|\\[([]/.test(body);
  const contexts =
    found.length > 0 || mayHaveFormulas ? readContexts(found, conversion) : undefined;
  const shortcodes = contexts ? placeShortcodes(found, conversion, contexts, placeholders) : [];
  const formulas = findFormulas(body, context.markup, contexts?.taken ?? []).map((edit) => ({
    ...edit,
    text: placeholders.put(edit.text),
  }));
  const placed = editedText(body, [...shortcodes, ...formulas]);
  return finishConversion(placed, conversion, placeholders);
}
