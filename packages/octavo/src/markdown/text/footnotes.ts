import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastVisitorContext,
} from 'satteri';
import type { MarkdownFeature } from '../feature.ts';
import {
  childrenOf,
  element,
  find,
  isElement,
  isInline,
  textOf,
  valueOf,
  type Element,
  type Node,
} from '../tree.ts';
import { footnoteChecks } from './footnote-checks.ts';
import { mayHaveUnreached, showNote, unreachedNotes } from './unreached-notes.ts';

/**
 * Puts a copy of each footnote into the text, at its first reference; it is hidden, and on wide
 * screens the style shows it beside the text (styles/content/footnotes.css). The notes stay at the end of
 * the article, where references lead: the copies are for the eye alone.
 */
export const footnotes = {
  mdast: ({ source }) =>
    mayHaveUnreached(source) &&
    defineMdastPlugin({
      name: 'octavo:unreached-footnotes',
      options: { position: true },
      before(root, ctx) {
        for (const note of unreachedNotes(root)) showNote(note, ctx);
      },
    }),
  hast: ({ source }) =>
    source.includes('[^') &&
    defineHastPlugin({
      name: 'octavo:footnotes',
      before(root, ctx) {
        const section = childrenOf(root).findLast(isFootnotes);
        if (!section) return;
        const items = find(section, 'li');
        const notes = new Map(items.map((item) => [`#${String(item.properties['id'])}`, item]));
        insertSidenotes(root, notes, ctx);
      },
    }),
  checks: footnoteChecks,
} satisfies MarkdownFeature;

function holdsReference(node: HastNode): boolean {
  return isElement(node, 'sup') && childrenOf(node).some(isFootnoteReference);
}

export function isFootnoteReference(node: HastNode): boolean {
  return valueOf(node, 'dataFootnoteRef') !== undefined;
}

function isFootnotes(node: HastNode): boolean {
  return valueOf(node, 'dataFootnotes') !== undefined;
}

/** Inserts a copy at the first reference to each note, those in other notes left out. */
function insertSidenotes(root: HastNode, notes: Map<unknown, Element>, ctx: HastVisitorContext) {
  const visit = (node: HastNode, outermost?: HastNode) => {
    // A note that only other notes refer to has no copy.
    if (isFootnotes(node)) notes.clear();
    const href = isFootnoteReference(node) ? valueOf(node, 'href') : undefined;
    const note = notes.get(href);
    if (note) {
      notes.delete(href);
      ctx.insertBefore(outermost ?? ctx.parent(node) ?? node, sidenote(textOf(node), note));
    }
    const around = outermost ?? (isTransparent(node) ? undefined : node);
    childrenOf(node).forEach((child, index, children) => {
      visit(child, around);
      // A reference right after another is a touch target of its own.
      const before = children[index - 1];
      if (holdsReference(child) && before && holdsReference(before))
        ctx.setProperty(child, 'className', ['beside-another']);
    });
  };
  visit(root);
}

/** Elements whose inline end is that of the column, so that a copy may float there. */
const TRANSPARENT =
  'p h2 h3 h4 h5 h6 ul ol li blockquote dl dd dt em strong a del ins sup mark q'.split(' ');

function isTransparent(node: HastNode): boolean {
  // What has a class has a look of its own, and maybe room at its end.
  const isPlain = isElement(node, ...TRANSPARENT) && node.properties['className'] === undefined;
  return isPlain || node.type === 'root';
}

/** Returns a copy of a note, to be inserted. */
function sidenote(number: string, note: Element): Element {
  const mark = element('span', { className: ['sidenote-number'] }, [number]);
  const blocks = note.children.filter((child) => child.type !== 'text' || child.value.trim());
  return element('span', { className: ['sidenote'], hidden: true, ariaHidden: 'true' }, [
    mark,
    ' ',
    ...blocks.flatMap(copy),
  ]);
}

/** What a copy leaves to the note at the end: controls, players, what has ids that it needs. */
const LEFT_OUT =
  'audio button canvas embed iframe input noscript object script select style svg template textarea video'.split(
    ' ',
  );

function isLeftOut({ tagName, properties }: Element): boolean {
  return LEFT_OUT.includes(tagName) || properties['dataFootnoteBackref'] !== undefined;
}

/** What only the note itself may have: what is unique in a page, reached by keyboard, or names. */
const UNIQUE = ['id', 'tabIndex', 'role', 'ariaLabel', 'ariaLabelledBy', 'ariaDescribedBy', 'for'];

/** A copy is in a paragraph, which cannot hold blocks: they become spans that look like them. */
function copy(node: HastNode): Node[] {
  if (node.type === 'text' || node.type === 'mdxTextExpression') return [node];
  if (node.type === 'mdxJsxTextElement') return [node];
  if (node.type !== 'element' || isLeftOut(node)) return [];
  if (node.tagName === 'math') return [node];
  const children = node.children.flatMap(copy);
  // A reference to another note has a copy of its own.
  if (isFootnoteReference(node)) return children;
  if (!isInline(node) && node.tagName !== 'br') {
    const className = [`sidenote-${KINDS[node.tagName] ?? 'block'}`];
    return [element('span', { className }, children)];
  }
  const kept = Object.entries(node.properties).filter(([name]) => !UNIQUE.includes(name));
  const properties = Object.fromEntries(kept);
  // Other links are for the mouse only.
  if (node.tagName === 'a') properties['tabIndex'] = -1;
  return [{ ...node, properties, children }];
}

/** How blocks look that are more than paragraphs. */
const KINDS: Record<string, string> = { pre: 'code', li: 'item', td: 'cell', th: 'cell' };
