import { site } from '../../blog/settings.ts';
import { element, find, hasClass, isElement, text, textOf, type Node, type Rule } from './tree.ts';

/**
 * Blocks of code: plain text, whole, their title in a line above. Where lines are inserted or
 * deleted, each line begins as `diff` prints it, since a reader that drops colours and lines
 * through would show what was deleted as if it stood there.
 */
export const code: Rule = (node, { inside }) => {
  if (node.tagName === 'pre')
    return [element('pre', { ...node.properties, ...DIRECTION }, inside(node))];
  const blocks = hasClass(node, 'code') ? find(node, 'pre') : [];
  if (blocks.length === 0) return undefined;
  const title = find(node, 'figcaption').map((caption) =>
    element('p', {}, [element('strong', {}, [textOf(caption)])]),
  );
  const parts = blocks.flatMap((block) => partsOf(block));
  return [...title, element('pre', DIRECTION, [element('code', {}, shown(parts))])];
};

/** Code runs from left to right in every language. */
const DIRECTION = site.direction === 'rtl' ? { dir: 'ltr' } : {};

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

function shown(parts: Part[]): Node[] {
  const isChange = parts.some(({ kind }) => kind === 'ins' || kind === 'del');
  const joined = parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (last && last.kind === undefined && part.kind === undefined) last.lines += part.lines;
    else all.push({ ...part });
    return all;
  }, []);
  return joined.flatMap(({ kind, lines }): Node[] => {
    const value = isChange ? withSigns(lines, kind) : lines;
    if (kind !== 'mark' || value.trim() === '') return [text(value)];
    const end = value.endsWith('\n') ? '\n' : '';
    return [element('mark', {}, [value.replace(/\n$/, '')]), text(end)];
  });
}

function withSigns(lines: string, kind: Part['kind']): string {
  const sign = kind === 'ins' ? '+' : kind === 'del' ? '-' : ' ';
  return lines.replace(/.*\n|.+$/g, (line) =>
    line.trim() === '' && sign === ' ' ? line : sign + line,
  );
}
