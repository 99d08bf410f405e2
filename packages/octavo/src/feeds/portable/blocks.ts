import {
  attribute,
  element,
  find,
  hasClass,
  isElement,
  text,
  textOf,
  type Element,
  type Node,
} from '../../markdown/tree.ts';
import type { Rule } from './rule.ts';

/** Callouts: quotations that open with their title; what is collapsible stays so. */
const callouts: Rule = (node, { inside }) =>
  node.tagName === 'div' && hasClass(node, 'callout')
    ? [{ ...node, tagName: 'blockquote', children: inside(node) }]
    : undefined;

/** Headings: no links to themselves. */
const headings: Rule = (node, { inside }) => {
  const own = ownLink(node);
  return own && [{ ...node, children: inside(own) }];
};

/** Returns the link of a heading to itself. */
export function ownLink(node: Element): Element | undefined {
  const [link] = node.children as Node[];
  if (!/^h[1-6]$/.test(node.tagName) || node.children.length > 1) return undefined;
  const href = isElement(link, 'a') ? attribute(link, 'href') : undefined;
  const isOwn = href?.replaceAll('%25', '%') === `#${String(node.properties['id'])}`;
  return isOwn ? (link as Element) : undefined;
}

/** Links that are an icon alone: its name. */
const links: Rule = (node, { inside }) => {
  const name = node.tagName === 'a' ? attribute(node, 'ariaLabel') : undefined;
  if (name === undefined) return undefined;
  const children = inside(node);
  const whole = { ...node, children };
  const isEmpty = textOf(whole).trim() === '' && find(whole, 'img', 'video', 'audio').length === 0;
  return isEmpty ? [{ ...node, children: [text(name)] }] : [whole];
};

/** Task lists: characters for boxes. */
const tasks: Rule = ({ tagName, properties }) => {
  if (tagName !== 'input' || properties['type'] !== 'checkbox') return undefined;
  return [text(properties['checked'] ? '☑' : '☐')];
};

/** Tables: no box to scroll in, and alignment that needs no style. */
const tables: Rule = (node, { inside }) => {
  if (hasClass(node, 'table') && node.tagName === 'div') return inside(node);
  if (!isElement(node, 'th', 'td')) return undefined;
  const align = ['left', 'center', 'right'].find((side) => hasClass(node, `align-${side}`));
  const properties = { ...node.properties, ...(align && { align }) };
  return [{ ...node, properties, children: inside(node) }];
};

/**
 * Footnotes: once, since the copies beside the text are hidden. Their addresses are whole, and
 * their ids those of the page. So a reader that knows the address of the item stays in it
 * (NetNewsWire shows the note where `#fn` behind that address is meant; FreshRSS scrolls), and any
 * other opens the article at the note. An id of the feed's own would lead nowhere there, and a
 * bare `#fn-1` is a relative reference, which the W3C's validator warns of and which meets the
 * wrong note where a reader shows several items in one page.
 */
const footnotes: Rule = (node, { inside }) => {
  // On the page the style separates 1 and 2, so that they are not 12.
  if (!hasClass(node, 'beside-another')) return undefined;
  return [{ ...node, children: [text(', '), ...inside(node)] }];
};

/**
 * Blocks of code: plain text, whole, their title in a line above. Where lines are inserted or
 * deleted, each line begins as `diff` prints it, since a reader that drops colors and lines
 * through would show deleted lines as if they were current.
 */
const code: Rule = (node, { inside, codeDirection }) => {
  if (node.tagName === 'pre')
    return [element('pre', { ...node.properties, ...codeDirection }, inside(node))];
  const blocks = hasClass(node, 'code') ? find(node, 'pre') : [];
  if (blocks.length === 0) return undefined;
  const title = find(node, 'figcaption').map((caption) =>
    element('p', {}, [element('strong', {}, [textOf(caption)])]),
  );
  const parts = blocks.flatMap((block) => partsOf(block));
  const isDiff = parts.some(({ kind }) => kind === 'ins' || kind === 'del');
  const language = isDiff ? 'diff' : attribute(blocks[0]!, 'dataLanguage');
  const properties = language === undefined ? {} : { className: [`language-${language}`] };
  const shown = element('code', properties, linesOf(parts, isDiff));
  return [...title, element('pre', codeDirection, [shown])];
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
function linesOf(parts: Part[], isDiff: boolean): Node[] {
  const runs = parts.filter(({ lines }) => lines !== '').reduce(joined, []);
  return runs.flatMap(({ kind, lines }, index) => {
    const code = (isDiff ? withDiffMarks(lines, kind) : lines).replace(/\n$/, '');
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

/** The rules for text and code. */
export const blockRules = [footnotes, code, callouts, headings, links, tasks, tables];
