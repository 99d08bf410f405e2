import { findAll, generate, parse, walk, type CssNode, type Declaration } from 'css-tree';

interface Style {
  elements: Element[];
  declaration: Declaration;
  /** The higher one wins; of equals, the later one. */
  rank: number;
}

const IMPORTANT = 1e6;
const INLINE = 1e5;
/** What a static drawing is never in. */
const STATES = /:(?:hover|focus|active|:)/;

/**
 * Writes the styles of an SVG's style sheets and `style` attributes as attributes, in the order of
 * the cascade. The page's security policy allows neither.
 */
export function applyStyles(svg: Element): void {
  const styles: Style[] = [];
  const add = (block: CssNode, elements: Element[], rank: number) => {
    const declarations = findAll(block, ({ type }) => type === 'Declaration') as Declaration[];
    for (const declaration of declarations)
      styles.push({ elements, declaration, rank: rank + (declaration.important ? IMPORTANT : 0) });
  };
  for (const sheet of svg.querySelectorAll('style')) {
    walk(parse(sheet.textContent), {
      visit: 'Rule',
      enter({ prelude, block }) {
        if (this.atrule || prelude.type !== 'SelectorList') return;
        for (const selector of prelude.children.map((one) => generate(one))) {
          if (STATES.test(selector)) continue;
          const own = svg.matches(selector) ? [svg] : [];
          add(block, [...own, ...svg.querySelectorAll(selector)], specificity(selector));
        }
      },
    });
    sheet.remove();
  }
  for (const element of [svg, ...svg.querySelectorAll('[style]')]) {
    const style = element.getAttribute('style') ?? '';
    add(parse(style, { context: 'declarationList' }), [element], INLINE);
  }
  for (const { elements, declaration } of styles.toSorted((a, b) => a.rank - b.rank)) {
    const value = generate(declaration.value);
    for (const element of elements) element.setAttribute(declaration.property, value);
  }
}

/** Returns the specificity of a selector below the id that all of them begin with. */
function specificity(selector: string): number {
  const [classes, tags] = [/[.:[]/g, /(?<![\w.#:[-])[a-z]/g].map(
    (part) => selector.match(part) ?? [],
  );
  return 100 * classes!.length + tags!.length;
}
