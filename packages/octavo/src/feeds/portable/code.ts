import {
  element,
  find,
  hasClass,
  isElement,
  text,
  textOf,
  type Node,
} from '../../markdown/tree.ts';
import type { Rule } from './rule.ts';

/**
 * Blocks of code: plain text, whole, their title in a line above. Where lines are inserted or
 * deleted, each line begins as `diff` prints it, since a reader that drops colours and lines
 * through would show deleted lines as if they were current.
 */
export const code: Rule = (node, { inside, codeDirection }) => {
  if (node.tagName === 'pre')
    return [element('pre', { ...node.properties, ...codeDirection }, inside(node))];
  const blocks = hasClass(node, 'code') ? find(node, 'pre') : [];
  if (blocks.length === 0) return undefined;
  const title = find(node, 'figcaption').map((caption) =>
    element('p', {}, [element('strong', {}, [textOf(caption)])]),
  );
  const parts = blocks.flatMap((block) => partsOf(block));
  return [...title, element('pre', codeDirection, [element('code', {}, shown(parts))])];
};

const KINDS = ['ins', 'del', 'mark'] as const;

/** A run of whole lines of one kind. */
interface Part {
  kind: (typeof KINDS)[number] | undefined;
  lines: string;
}

function partsOf(block: Node): Part[] {
  if (isElement(block, 'pre', 'code', 'span'))
    return block.children.flatMap((child) => partsOf(child));
  const kind = KINDS.find((name) => isElement(block, name));
  return [{ kind, lines: textOf(block) }];
}

/** Newsboat drops a line end before an element in code, so that each run begins with its own. */
function shown(parts: Part[]): Node[] {
  const isChange = parts.some(({ kind }) => kind === 'ins' || kind === 'del');
  const runs = parts.filter(({ lines }) => lines !== '').reduce(joined, []);
  return runs.flatMap(({ kind, lines }, index) => {
    const code = (isChange ? withDiffMarks(lines, kind) : lines).replace(/\n$/, '');
    const value = index === 0 ? code : `\n${code}`;
    const run = kind === 'mark' && code.trim() !== '' ? element('mark', {}, [value]) : text(value);
    return index === runs.length - 1 && lines.endsWith('\n') ? [run, text('\n')] : [run];
  });
}

function joined(runs: Part[], { kind, lines }: Part): Part[] {
  const last = runs.at(-1);
  if (last === undefined || last.kind !== kind) return [...runs, { kind, lines }];
  last.lines += lines;
  return runs;
}

function withDiffMarks(lines: string, kind: Part['kind']): string {
  const mark = kind === 'ins' ? '+' : kind === 'del' ? '-' : ' ';
  return lines.replace(/[^\n]*\n|[^\n]+$/g, (line) =>
    line === '\n' && mark === ' ' ? line : mark + line,
  );
}
