import type { Strings } from '../../strings/strings.ts';
import type { CodeInfo } from './fence-options.ts';
import { splitLines, type Run } from './highlighter.ts';
import { OUTPUT } from './terminal.ts';
import { element, text, type Element, type Node } from '../tree.ts';

interface Line {
  runs: Run[];
  /** Counted from 1, in the block. */
  index: number;
}

/** Returns a block of code as elements: a figure where it has a title. */
export function codeBlock(
  runs: readonly Run[],
  info: CodeInfo,
  strings: Pick<Strings, 'copy' | 'lines'>,
): Element {
  const children = sections(runs, info, strings);
  const className = info.wrap ? ['code', 'wrap'] : ['code'];
  const isEmpty = runs.every(([text]) => text.trim() === '');
  if (!isEmpty) children.push(copyButton(strings.copy));
  if (info.title === undefined) return element('div', { className }, children);
  const caption = element('figcaption', {}, [text(info.title)]);
  return element('figure', { className }, [caption, ...children]);
}

function copyButton(label: string): Element {
  return element('button', { type: 'button', className: ['copy'] }, [text(label)]);
}

/** Returns the code as it is cut: what is collapsed, and what is not. */
function sections(
  runs: readonly Run[],
  info: CodeInfo,
  { lines: linesLabel }: Pick<Strings, 'lines'>,
): Element[] {
  if (!hasLines(info)) return [scrolling(runs.map(toElement))];
  const lines = splitLines(runs).map((inLine, index) => ({ runs: inLine, index: index + 1 }));
  const first = info.startLine ?? 1;
  const digits = String(first + lines.length - 1).length;
  const toLine = ({ runs: inLine, index }: Line) => {
    const number = String(first + index - 1).padStart(digits);
    return lineOf(inLine, wrapperOf(index, info), info.showLineNumbers ? number : undefined);
  };
  return sectionsOf(lines, info.collapsed).map((section) => {
    const pre = scrolling(section.flatMap(toLine));
    if (!info.collapsed.has(section[0]!.index)) return pre;
    const label = linesLabel(section.length);
    return element('details', { className: ['collapsed'] }, [
      element('summary', {}, [text(label)]),
      pre,
    ]);
  });
}

function hasLines(info: CodeInfo): boolean {
  const sets = [info.marked, info.inserted, info.deleted, info.collapsed];
  return info.showLineNumbers || sets.some(({ size }) => size > 0);
}

/** What scrolls can be reached by keyboard. */
function scrolling(children: Node[]): Element {
  return element('pre', { tabIndex: 0 }, [element('code', {}, children)]);
}

function sectionsOf(lines: readonly Line[], collapsed: ReadonlySet<number>): Line[][] {
  const all: Line[][] = [];
  for (const line of lines) {
    const section = all.at(-1);
    if (section && collapsed.has(section[0]!.index) === collapsed.has(line.index))
      section.push(line);
    else all.push([line]);
  }
  return all;
}

function wrapperOf(index: number, { marked, inserted, deleted }: CodeInfo): string | undefined {
  if (deleted.has(index)) return 'del';
  if (inserted.has(index)) return 'ins';
  return marked.has(index) ? 'mark' : undefined;
}

function lineOf(runs: readonly Run[], wrapper: string | undefined, number?: string): Node[] {
  const children = runs.map(toElement);
  if (wrapper === undefined && number === undefined) return children;
  const properties = number === undefined ? {} : { dataN: number };
  return [element(wrapper ?? 'span', properties, children)];
}

function toElement([content, kind]: Run): Node {
  if (kind === '') return text(content);
  if (kind === OUTPUT) return element('samp', {}, [text(content)]);
  return element('span', { className: [kind] }, [text(content)]);
}
