import { Conversion, editedText } from '../text/conversion.ts';
import { finishConversion } from '../text/finish-conversion.ts';
import { applyPasses, type Pass } from '../text/passes.ts';
import { Placeholders } from '../text/placeholders.ts';
import type { ConvertedText, TextContext, TextSource } from '../text/text-source.ts';
import { expandLiquid, type LiquidAround } from './expand.ts';

interface LiquidText {
  context: TextContext;
  /** Absent where Liquid is switched off. */
  liquid: LiquidAround | undefined;
  /** Returns what rewrites the Markdown of the system, once its templates are expanded. */
  passes: (conversion: Conversion, placeholders: Placeholders) => readonly Pass[];
}

/** Returns Markdown with Liquid in it as Octavo's. Never throws for bad input. */
export function convertLiquid(
  source: TextSource,
  { context, liquid, passes }: LiquidText,
): ConvertedText {
  const conversion = new Conversion(source, context);
  const expanded = liquid ? expandLiquid(conversion, liquid) : editedText(source.body, []);
  const placeholders = new Placeholders(expanded.text);
  const passed = applyPasses(expanded, passes(conversion, placeholders));
  return { ...finishConversion(passed, conversion, placeholders), expanded: expanded.text };
}
