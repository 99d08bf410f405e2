import type { Element } from '../tree.ts';

/**
 * Returns temml's MathML without style attributes, which the security policy refuses: colors and
 * sizes become attributes, the rest classes. Its TeX goes with it for those who do not see it.
 */
export function withoutStyle(formula: Element, tex: string): Element {
  const { properties, ...clean } = cleaned(formula);
  const kept = { ...properties, alttext: tex };
  delete kept['className'];
  return { ...clean, properties: kept };
}

function cleaned(node: Element): Element {
  const { style, className, ...properties } = node.properties;
  const declarations = [...String(style ?? '').matchAll(/([\w-]+)\s*:\s*([^;]*[^;\s])/g)];
  const attributes: Element['properties'] = {};
  const classes = new Set([className ?? []].flat().map(String));
  for (const [, name = '', value = ''] of declarations) {
    if (name === 'color' && value !== 'undefined') attributes['mathcolor'] = value;
    if (name === 'math-depth') attributes['scriptlevel'] = value;
    const meaning = CLASSES[name]?.(value);
    if (meaning !== undefined) classes.add(meaning);
  }
  Object.assign(attributes, properties, classes.size > 0 && { className: [...classes] });
  const children = node.children.map((child) =>
    child.type === 'element' ? cleaned(child) : child,
  );
  return { ...node, properties: attributes, children };
}

/** The classes of src/styles/content/math.css for declarations of temml; others are not needed. */
const CLASSES: Record<string, (value: string) => string | undefined> = {
  'font-weight': () => 'tml-bold',
  'text-align': (value) => `tml-${value}`,
  width: (value) => WIDTHS[value],
  padding: (value) => PADDINGS[value],
  border: (value) => (value === '1px solid' ? undefined : 'tml-frame'),
  'padding-left': (value) => `tml-l${nearest(value, SIDES)}`,
  'padding-right': (value) => `tml-r${nearest(value, SIDES)}`,
  'padding-top': (value) => (parseFloat(value) > 0.8 ? 'tml-tall' : undefined),
  'margin-left': (value) => `tml-n${nearest(value.replace('-', ''), KERNS)}`,
  'border-top': (value) => `tml-top${lineOf(value)}`,
  'border-bottom': (value) => `tml-bottom${lineOf(value)}`,
  'border-left': (value) => `tml-before${lineOf(value)}`,
  'border-right': (value) => `tml-after${lineOf(value)}`,
};

const WIDTHS: Record<string, string> = { '100%': 'tml-full', '50%': 'tml-glue' };

/** `\boxed` and `\colorbox`. */
const PADDINGS: Record<string, string> = { '0': 'tml-flat', '3pt': 'tml-fbox', '0.3em': 'tml-pad' };

/** The paddings of cells and the negative spaces that there are classes for, in hundredths of an em. */
const SIDES = [0, 14, 25, 40, 50, 100];
const KERNS = [17, 22, 28, 50, 100];

function nearest(length: string, steps: readonly number[]): number {
  const hundredths = parseFloat(length) * (length.endsWith('pt') ? 100 / 12 : 100);
  const distance = (step: number) => Math.abs(step - hundredths);
  return steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
}

function lineOf(border: string): string {
  const [kind] = /dashed|double/.exec(border) ?? [];
  return kind ? `-${kind}` : '';
}
