import { extname } from 'node:path';
import type { Strings } from '../../strings/strings.ts';
import type { CodeInfo } from './fence-options.ts';
import { splitLines, type Run } from './highlighter.ts';
import { OUTPUT } from './terminal.ts';
import { element, text, type Element, type Node } from '../tree.ts';

/** Returns a block of code as elements: a figure where it has a title. */
export function codeBlock(
  runs: readonly Run[],
  info: CodeInfo,
  strings: Pick<Strings, 'copy' | 'lines' | 'wrapLines'>,
): Element {
  const children = sections(runs, info, strings);
  const className = info.wrap ? ['code', 'wrap'] : ['code'];
  const source = runs.map(([text]) => text).join('');
  const columns = Math.max(...source.split('\n').map(columnsOf));
  if (columns > PHONE_COLUMNS) {
    const properties = { ariaPressed: String(info.wrap), className: ['copy'] };
    if (columns <= SCREEN_COLUMNS) properties.className.push('narrow');
    children.push(element('button', { type: 'button', ...properties }, [strings.wrapLines]));
  }
  if (source.trim() !== '')
    children.push(element('button', { type: 'button', className: ['copy'] }, [strings.copy]));
  if (info.title === undefined) return element('div', { className }, children);
  return element('figure', { className }, [element('figcaption', {}, [info.title]), ...children]);
}

/** So many columns are seen without scrolling, on a phone and on a wide screen (code.css). */
const PHONE_COLUMNS = 36;
const SCREEN_COLUMNS = 80;

/** Returns the width of a line, with tabs of four columns. */
function columnsOf(line: string): number {
  return line.replaceAll('\t', '    ').length;
}

/** Returns the code in parts: those that are collapsed, and those between. */
function sections(
  runs: readonly Run[],
  info: CodeInfo,
  { lines: linesLabel }: Pick<Strings, 'lines'>,
): Element[] {
  if (!hasLines(info)) return [scrolling(runs.map(toElement), info)];
  const lines = splitLines(runs);
  const first = info.startLine ?? 1;
  const digits = String(first + lines.length - 1).length;
  const nodes = lines.map((line, index) => {
    const number = String(first + index).padStart(digits);
    return lineOf(line, wrapperOf(index + 1, info), info.showLineNumbers ? number : undefined);
  });
  const isCollapsed = (index: number) => info.collapsed.has(index + 1);
  const starts = [...nodes.keys()].filter(
    (index) => index === 0 || isCollapsed(index) !== isCollapsed(index - 1),
  );
  return starts.map((start, section) => {
    const inSection = nodes.slice(start, starts[section + 1]);
    const pre = scrolling(inSection.flat(), info);
    if (!isCollapsed(start)) return pre;
    const summary = element('summary', {}, [linesLabel(inSection.length)]);
    return element('details', { className: ['collapsed'] }, [summary, pre]);
  });
}

function hasLines({ marked, inserted, deleted, collapsed, showLineNumbers }: CodeInfo): boolean {
  return showLineNumbers || [marked, inserted, deleted, collapsed].some(({ size }) => size > 0);
}

/** Returns a block that scrolls, by the keyboard too. */
function scrolling(children: Node[], { language, file = '' }: CodeInfo): Element {
  const dataLanguage = language || extname(file).slice(1) || undefined;
  return element('pre', { dataLanguage, tabIndex: 0 }, [element('code', {}, children)]);
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
  if (kind === OUTPUT) return element('samp', {}, [content]);
  return element('span', { className: [kind] }, [content]);
}
