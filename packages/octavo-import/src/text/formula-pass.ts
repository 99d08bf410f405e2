import { findFormulas } from './formulas.ts';
import type { Pass } from './passes.ts';
import type { Placeholders } from './placeholders.ts';
import type { TextContext } from './text-source.ts';

/** Returns the pass that puts formulas in placeholders. */
export function formulaPass({ markup }: TextContext, placeholders: Placeholders): Pass {
  return (text, code) =>
    findFormulas(text, markup, code).map((edit) => ({
      ...edit,
      text: placeholders.put(edit.text),
    }));
}
