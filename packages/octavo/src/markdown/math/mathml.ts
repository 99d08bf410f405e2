import type { Element } from '../tree.ts';

/** The replacement of a declaration: a class of src/styles/content/math.css, attributes of MathML. */
interface Meaning {
  className?: string;
  mathcolor?: string;
  scriptlevel?: string;
}

/**
 * Returns temml's MathML without style attributes, which the security policy refuses: colours and
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
  const meanings = declarations(style).map(([name, value]) => MEANINGS[name]?.(value) ?? {});
  const classes = [className ?? [], meanings.map((meaning) => meaning.className ?? [])]
    .flat(2)
    .map(String);
  const attributes = Object.assign({}, ...meanings, properties) as Element['properties'];
  delete attributes['className'];
  if (classes.length > 0) attributes['className'] = [...new Set(classes)];
  const children = node.children.map((child) =>
    child.type === 'element' ? cleaned(child) : child,
  );
  return { ...node, properties: attributes, children } as Element;
}

function declarations(style: unknown): [string, string][] {
  return String(style ?? '')
    .split(';')
    .map((declaration) => declaration.split(':').map((part) => part.trim()))
    .filter((parts): parts is [string, string] => parts.length === 2);
}

/** Replacements of the properties that temml sets; others are not needed. */
const MEANINGS: Record<string, (value: string) => Meaning> = {
  color: (value) => (value === 'undefined' ? {} : { mathcolor: value }),
  'math-depth': (value) => ({ scriptlevel: value }),
  'font-weight': () => ({ className: 'tml-bold' }),
  'text-align': (value) => ({ className: `tml-${value}` }),
  width: (value) => ({ className: WIDTHS[value] }),
  padding: (value) => ({ className: PADDINGS[value] }),
  border: (value) => ({ className: value === '1px solid' ? undefined : 'tml-frame' }),
  'padding-left': (value) => ({ className: `tml-l${nearest(value, SIDES)}` }),
  'padding-right': (value) => ({ className: `tml-r${nearest(value, SIDES)}` }),
  'padding-top': (value) => ({ className: parseFloat(value) > 0.8 ? 'tml-tall' : undefined }),
  'margin-left': (value) => ({ className: `tml-n${nearest(value.replace('-', ''), KERNS)}` }),
  'border-top': (value) => ({ className: `tml-top${lineOf(value)}` }),
  'border-bottom': (value) => ({ className: `tml-bottom${lineOf(value)}` }),
  'border-left': (value) => ({ className: `tml-before${lineOf(value)}` }),
  'border-right': (value) => ({ className: `tml-after${lineOf(value)}` }),
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
