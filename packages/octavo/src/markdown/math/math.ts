import { defineMdastPlugin, htmlToHast, type HastNode, type MdastVisitorContext } from 'satteri';
import { withoutStyle } from './mathml.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { childrenOf, element, markdownOf, type Element } from '../tree.ts';

/** The element around a displayed formula; empty for an inline one. */
type Box = 'div' | 'span' | '';

/** Formulas: `$…$`, and displayed `$$…$$` and ```` ```math ````, become MathML; TeX that is wrong is an error. */
export const math: MarkdownFeature = {
  mdast: () => {
    // Definitions by \gdef hold for later formulas of the document.
    const macros: Record<string, unknown> = {};
    const draw = async (
      node: Readonly<Of<'math' | 'inlineMath' | 'code'>>,
      ctx: MdastVisitorContext,
      box: Box,
    ) => {
      // GitHub's form has a code span between its dollars.
      const tex = box === 'div' ? node.value : node.value.replace(/^(`+)([^]*)\1$/, '$2');
      const { line = 1, column = 1 } = node.position?.start ?? {};
      const { default: temml } = await import('temml');
      try {
        refuseUnsupported(tex);
        const options = { displayMode: box !== '', throwOnError: true, wrap: 'tex' } as const;
        const html = temml.renderToString(tex, { ...options, macros });
        const root = htmlToHast(html, { fragment: true }) as { children: Element[] };
        const formula = placed(withoutStyle(root.children[0]!, tex.trim()), box);
        ctx.replaceNode(node, markdownOf(formula));
      } catch (error) {
        const problem = errorOf(error as TexError, tex);
        // The lines of a formula in a block are those after its fence.
        const below = box === 'div' ? 1 + problem.line : 0;
        documentOf(ctx).report({ line: line + below, column }, problem.message, 'formula');
        ctx.replaceNode(node, markdownOf(element('code', {}, [tex])));
      }
    };
    return defineMdastPlugin({
      name: 'octavo:math',
      options: { position: true },
      math: (node, ctx) => draw(node, ctx, 'div'),
      inlineMath(node, ctx) {
        const isDisplayed = /^\$\$(?!\$)/.test(ctx.source.slice(node.position?.start.offset));
        return draw(node, ctx, isDisplayed ? 'span' : '');
      },
      code: (node, ctx) => (node.lang === 'math' ? draw(node, ctx, 'div') : undefined),
    });
  },
};

/** Throws for TeX that needs a script or an image in the page. */
function refuseUnsupported(tex: string): void {
  const [refused] = /\\(?:eqref|ref|cancelto|longdiv|phase|textcircled|angl)\b/.exec(tex) ?? [];
  if (refused !== undefined) throw new Error(`${refused} is not supported`);
}

/**
 * What may be wider than a small screen: a displayed formula scrolls, also by keyboard, and one
 * within a line goes on in the next.
 */
function placed(formula: Element, box: Box): Element {
  const isWide = emsOf(formula) > NARROW;
  if (box !== '')
    return element(box, { className: ['formula'], ...(isWide && { tabIndex: 0 }) }, [formula]);
  const properties = { ...formula.properties, ...(isWide && { className: ['wide'] }) };
  return { ...formula, properties };
}

/** In em of the text: what fits into a column of 280 pixels, the narrowest. */
const NARROW = 16;

/** Returns about how wide a formula is, and rather more: rows below each other are added up. */
function emsOf(node: HastNode): number {
  if (node.type === 'text') return 0.75 * node.value.length;
  if (node.type !== 'element') return 0;
  if (node.tagName === 'mspace') return parseFloat(String(node.properties['width'] ?? 0));
  return childrenOf(node).reduce((sum, child) => sum + emsOf(child), 0);
}

/** An error of temml, with an offset in the TeX where there is one. */
interface TexError extends Error {
  position?: number;
}

/** Returns the line of an error in the TeX, from 0, and its message. */
function errorOf({ name, message, position = 0 }: TexError, tex: string) {
  const said = message
    .replace(/\s+at (?:position \d+|end of input)\s*:[\s\S]*$/, '')
    .replace(/\.?\s*$/, '')
    .trim();
  const sentence = name === 'TypeError' ? 'unexpected end of TeX' : said.replace(/\s+/g, ' ');
  return {
    line: tex.slice(0, position).split('\n').length - 1,
    message: `math: ${sentence.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
  };
}
