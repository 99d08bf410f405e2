import { generate, parse, walk, type CssNode, type Declaration } from 'css-tree';
import type { SvgElement } from 'svgdom';

interface Style {
  elements: SvgElement[];
  declaration: Declaration;
  /** The higher one wins; of equals, the later one. */
  rank: number;
}

const IMPORTANT = 1e9;
const INLINE = 1e6;

/**
 * Writes the styles of an SVG's style sheets and `style` attributes as attributes, in the order of
 * the cascade. The page's security policy allows neither.
 */
export function applyStyles(svg: SvgElement): void {
  const sheets = svg.querySelectorAll('style');
  const styles = [
    ...sheets.flatMap((sheet) => stylesOfSheet(svg, sheet.textContent)),
    ...[svg, ...svg.querySelectorAll('*')].flatMap((element) => {
      const list = parse(element.getAttribute('style') ?? '', { context: 'declarationList' });
      return stylesOf(list, [element], INLINE);
    }),
  ];
  for (const sheet of sheets) sheet.remove();
  for (const { elements, declaration } of styles.sort((a, b) => a.rank - b.rank)) {
    const value = generate(declaration.value);
    for (const element of elements) element.setAttribute(declaration.property, value);
  }
}

function stylesOfSheet(svg: SvgElement, css: string): Style[] {
  const styles: Style[] = [];
  walk(parse(css), {
    visit: 'Rule',
    enter({ prelude, block }) {
      if (this.atrule || prelude.type !== 'SelectorList') return;
      for (const selector of prelude.children) {
        const text = generate(selector);
        if (STATES.test(text)) continue;
        const elements = svg.querySelectorAll(text).concat(svg.matches(text) ? svg : []);
        styles.push(...stylesOf(block, elements, specificity(selector)));
      }
    },
  });
  return styles;
}

function stylesOf(block: CssNode, elements: SvgElement[], rank: number): Style[] {
  const styles: Style[] = [];
  walk(block, {
    visit: 'Declaration',
    enter(declaration) {
      const isImportant = declaration.important !== false;
      styles.push({ elements, declaration, rank: rank + (isImportant ? IMPORTANT : 0) });
    },
  });
  return styles;
}

/** What a static drawing is never in. */
const STATES = /:(?:hover|focus|active|:)/;

const SPECIFICITY: Partial<Record<CssNode['type'], number>> = {
  IdSelector: 10_000,
  ClassSelector: 100,
  AttributeSelector: 100,
  PseudoClassSelector: 100,
  TypeSelector: 1,
};

function specificity(selector: CssNode): number {
  let sum = 0;
  walk(selector, ({ type }) => {
    sum += SPECIFICITY[type] ?? 0;
  });
  return sum;
}
