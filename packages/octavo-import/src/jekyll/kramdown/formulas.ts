import { displayed, inlineFormula, withPlainText } from '../../text/formulas.ts';
import type { Placeholders } from '../../text/placeholders.ts';
import { isWithin, type Pass } from '../../text/passes.ts';

/**
 * Writes formulas between two dollars: displayed between empty lines, else within the line, which
 * is how kramdown tells one from the other.
 */
export function doubleDollars(placeholders: Placeholders): Pass {
  return (text, code) =>
    [...text.matchAll(/(\\)?\$\$((?:(?!\n[ \t>]*\n)[\s\S])+?)\$\$/g)]
      .filter(({ index, 1: escape }) => escape === undefined && !isWithin(index, code))
      .map(({ index: start, 0: whole, 2: tex = '' }) => {
        const end = start + whole.length;
        const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
        const isDisplay = ENVIRONMENT.test(tex) || isBlock(text, start, end, lead);
        const prefix = CONTAINERS.exec(lead)![0].replace(/[^>\s]/g, ' ');
        const formula = isDisplay
          ? apart(displayed(withoutPrefix(tex)), lead).replaceAll('\n', `\n${prefix}`)
          : inlineFormula(withoutPrefix(tex));
        return { start, end, text: placeholders.put(formula) };
      });
}

/** What may stand before a block on its line: quotations, marks of lists. */
const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*/;

/** Environments of TeX that are displayed. */
const ENVIRONMENT = /\\begin\{(?:equation|align|gather|multline|eqnarray|alignat)\*?\}/;

function withoutPrefix(tex: string): string {
  return withPlainText(tex.replace(/\n[ \t>]*/g, '\n'));
}

/** A formula on lines of its own, behind a text, needs an end of line before and behind it. */
function apart(formula: string, lead: string): string {
  return CONTAINERS.exec(lead)![0] === lead ? formula : `\n${formula}\n`;
}

/** True between empty lines, or as the whole of a list item. */
function isBlock(text: string, start: number, end: number, lead: string): boolean {
  if (CONTAINERS.exec(lead)![0] !== lead) return false;
  const before = text.slice(0, start - lead.length);
  const isFirst = /[-*+.)][ \t]+$/.test(lead) || /(?:^|\n)[ \t>]*(?:\[!\w+\])?\n$|^$/.test(before);
  return isFirst && /^[ \t]*(?:\n[ \t>]*(?:\n|$|\{:)|$)/.test(text.slice(end));
}
