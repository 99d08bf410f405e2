import { inlineFormula } from './formulas.ts';
import type { Placeholders } from './placeholders.ts';

/** Around TeX in Markdown whose dollars are text; no text has these characters. */
const [OPEN, CLOSE] = ['\uFFF9', '\uFFFB'];
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/** Returns TeX with marks by which `placeMarkedFormulas` finds it. */
export function markedFormula(tex: string): string {
  return OPEN + tex + CLOSE;
}

/** Puts marked formulas in placeholders. */
export function placeMarkedFormulas(text: string, placeholders: Placeholders): string {
  return text.replace(MARKED, (_, tex: string) => placeholders.put(inlineFormula(tex)));
}
