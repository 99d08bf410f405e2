import { attribute, element, find, hasClass, textOf, type Element } from '../../markdown/tree.ts';
import type { Rule } from './rule.ts';

/**
 * Formulas: their TeX, since readers that do not know MathML show `2n` for `2^n`. A displayed one
 * is a block of its own that leads to the article.
 */
export const math: Rule = (node, { here, codeDirection }) => {
  if (node.tagName === 'math') {
    const tex = element('code', {}, [texOf(node)]);
    return [node.properties['display'] === 'block' ? element('a', { href: here() }, [tex]) : tex];
  }
  const [formula] = hasClass(node, 'formula') ? find(node, 'math') : [];
  if (!formula) return undefined;
  const tex = element('a', { href: here() }, [element('code', {}, [texOf(formula)])]);
  return [node.tagName === 'div' ? element('pre', codeDirection, [tex]) : tex];
};

function texOf(formula: Element): string {
  const annotation = find(formula, 'annotation').find(
    ({ properties }) => properties['encoding'] === 'application/x-tex',
  );
  return attribute(formula, 'alttext') ?? textOf(annotation ?? formula).trim();
}
