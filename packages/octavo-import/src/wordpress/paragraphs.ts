import type { Element, ElementContent, Root } from 'hast';
import { blocksOutside, isBlock } from '../html/blocks-outside.ts';
import { element, HEADINGS, isElement, isSpace, text, type Child } from '../html/hast.ts';

/** Elements in which WordPress makes paragraphs, too. */
const CONTAINERS = ['blockquote', 'div', 'section', 'article', 'center'];

/**
 * Makes paragraphs of the text between blocks, at its empty lines, and breaks at its line ends, as
 * WordPress does with posts of the classic editor.
 */
export function withParagraphs(tree: Root): Root {
  return { ...tree, children: paragraphs(blocksOutside(tree.children)) as Root['children'] };
}

function paragraphs(children: readonly Child[]): Child[] {
  const made: Child[] = [];
  let line: ElementContent[] = [];
  const flush = () => {
    const content = trimmed(line);
    if (content.some(isSeen)) made.push(element('p', {}, ...content));
    else made.push(...content);
    line = [];
  };
  for (const child of children) {
    if (child.type === 'text') {
      child.value.split(/\n\s*\n/).forEach((part, index) => {
        if (index > 0) flush();
        line.push(...withBreaks(part));
      });
    } else if (isBlock(child)) {
      flush();
      made.push(inside(child));
    } else if (child.type === 'comment' && /^\s*(?:more|nextpage)/.test(child.value)) {
      flush();
      made.push(child);
    } else if (isElement(child)) line.push(broken(child));
    else if (child.type === 'comment') line.push(child);
  }
  flush();
  return made;
}

function inside(block: Element): Element {
  if (CONTAINERS.includes(block.tagName))
    return { ...block, children: paragraphs(block.children) as ElementContent[] };
  if (block.tagName === 'p' || HEADINGS.includes(block.tagName)) return broken(block);
  const children = block.children.map((child) => (isElement(child) ? inside(child) : child));
  if (!['li', 'td', 'th', 'dd'].includes(block.tagName)) return { ...block, children };
  const hasParagraphs = block.children.some(
    (child) => child.type === 'text' && /\S[\s\S]*\n\s*\n[\s\S]*\S/.test(child.value),
  );
  return {
    ...block,
    children: hasParagraphs ? (paragraphs(children) as ElementContent[]) : children,
  };
}

/** Returns an element with a break at each line end of its texts. */
function broken(node: Element): Element {
  if (['pre', 'code', 'script', 'style', 'textarea'].includes(node.tagName)) return node;
  const children = node.children.flatMap((child) =>
    child.type === 'text' ? withBreaks(child.value) : isElement(child) ? [broken(child)] : [child],
  );
  return { ...node, children: node.tagName === 'p' ? trimmed(children) : children };
}

function withBreaks(value: string): ElementContent[] {
  return value
    .split('\n')
    .flatMap((part, index) => (index === 0 ? [text(part)] : [element('br', {}), text(part)]));
}

function trimmed(line: readonly ElementContent[]): ElementContent[] {
  const start = line.findIndex((node) => !isSpace(node));
  if (start === -1) return [];
  const end = line.findLastIndex((node) => !isSpace(node)) + 1;
  return line.slice(start, end).filter(isNoDoubleBreak);
}

/** False for a line end after a written break, which is not a second break. */
function isNoDoubleBreak(
  node: ElementContent,
  index: number,
  line: readonly ElementContent[],
): boolean {
  const before =
    line[index - 1]?.type === 'text' && /^\s*$/.test(textValue(line[index - 1])) ? 2 : 1;
  return !(isElement(node, 'br') && isElement(line[index - before], 'br'));
}

function textValue(node: ElementContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

function isSeen(node: ElementContent): boolean {
  return !isSpace(node) && node.type !== 'comment';
}
