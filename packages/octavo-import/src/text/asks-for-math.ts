import { text, type Values } from '../old/values.ts';

/** Keys by which themes load a script for formulas. */
const MATH_KEYS = ['math', 'mathjax', 'use_math', 'katex', 'usemathjax', 'latex', 'enable_math'];

/** True for a page whose front matter asks for formulas. */
export function asksForMath(values: Values): boolean {
  return MATH_KEYS.some((key) => !['false', undefined].includes(text(values[key])));
}
