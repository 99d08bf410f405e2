import type { ElementContent, Root } from 'hast';
import { markdown, type Child } from '../html/hast.ts';
import { markedFormula } from '../text/marked-formulas.ts';

/** A formula of Jetpack: `$latex x^2$`, with options of its picture at the end. */
const FORMULA = /\$latex[=\s]\s*([^$]+?)(?:&(?:fg|bg|s)=[^&$\s]*)*\s*\$/g;

const CODE = new Set(['pre', 'code', 'script']);

/** Returns a tree with the formulas of Jetpack as formulas of Markdown. */
export function withFormulas(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(replaced) as Root['children'] };
}

function replaced(node: Child): Child[] {
  if (node.type === 'text') return parts(node.value);
  if (node.type !== 'element' || CODE.has(node.tagName)) return [node];
  return [{ ...node, children: node.children.flatMap(replaced) as ElementContent[] }];
}

function parts(value: string): Child[] {
  const made: Child[] = [];
  let at = 0;
  for (const { 0: whole, 1: tex = '', index } of value.matchAll(FORMULA)) {
    made.push({ type: 'text', value: value.slice(at, index) }, markdown(markedFormula(tex)));
    at = index + whole.length;
  }
  return [...made, { type: 'text', value: value.slice(at) }];
}
