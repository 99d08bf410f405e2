import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import type { MarkdownFeature } from '../feature.ts';
import { childrenOf, element, isElement, textOf, type Element, type Node } from '../tree.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';

/**
 * Puts a copy of each footnote into the text, at its first reference; it is hidden, and on wide
 * screens the style shows it beside the text (styles/content/footnotes.css). The notes stay at the end of
 * the article, where references lead: the copies are for the eye alone.
 */
export const footnotes = {
  hast: ({ source }) =>
    source.includes('[^') &&
    defineHastPlugin({
      name: 'octavo:footnotes',
      before(root, ctx) {
        const section = childrenOf(root).findLast(isFootnotes);
        if (!section) return;
        const notes = notesOf(section);
        keepApart(root, ctx);
        for (const { id, number, place } of firstReferences(root, ctx)) {
          const note = notes.get(id);
          if (!note) continue;
          ctx.insertBefore(place, sidenote(number, note));
        }
      },
    }),
  checks: [footnoteUndefined, footnoteUnused],
} satisfies MarkdownFeature;

/** Marks references right after another, so that each is a touch target of its own. */
function keepApart(node: HastNode, ctx: HastVisitorContext): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    if (holdsReference(child) && before && holdsReference(before))
      ctx.setProperty(child, 'className', ['beside-another']);
    else keepApart(child, ctx);
  }
}

function holdsReference(node: HastNode): boolean {
  return (
    isElement(node, 'sup') && childrenOf(node).some((child) => referenceOf(child) !== undefined)
  );
}

function isFootnotes(node: HastNode): boolean {
  return node.type === 'element' && node.properties['dataFootnotes'] !== undefined;
}

/** Returns the notes of the section at the end by their ids. */
function notesOf(section: HastNode): Map<string, Element> {
  const items = childrenOf(section)
    .filter((list) => isElement(list, 'ol'))
    .flatMap((list) => childrenOf(list).filter((item) => isElement(item)));
  return new Map(items.map((item) => [String(item.properties['id']), item]));
}

interface Reference {
  /** Of the note. */
  id: string;
  /** What is written: `1`. */
  number: string;
  /** The node that the copy is inserted before. */
  place: HastNode;
}

/** Elements whose inline end is that of the column, so that a copy may float there. */
const TRANSPARENT = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote dl dd dt em strong a del ins sup mark q'.split(' '),
);

/** Returns the first reference to each note, those in other notes left out. */
function firstReferences(root: HastNode, ctx: HastVisitorContext): Reference[] {
  const references = new Map<string, Reference>();
  const visit = (node: HastNode, outermost: HastNode | undefined) => {
    if (isFootnotes(node)) return;
    const id = referenceOf(node);
    if (id !== undefined && !references.has(id)) {
      const place = outermost ?? ctx.parent(node) ?? node;
      references.set(id, { id, number: textOf(node), place });
    }
    const around = outermost ?? (isTransparent(node) ? undefined : node);
    for (const child of childrenOf(node)) visit(child, around);
  };
  visit(root, undefined);
  return [...references.values()];
}

/** Returns the id of the note that a link refers to, or `undefined` for anything else. */
function referenceOf(node: HastNode): string | undefined {
  if (node.type !== 'element' || node.properties['dataFootnoteRef'] === undefined) return undefined;
  return String(node.properties['href']).slice(1);
}

function isTransparent(node: HastNode): boolean {
  if (node.type === 'root') return true;
  // What has a class has a look of its own, and maybe room at its end.
  if (node.type !== 'element' || node.properties['className'] !== undefined) return false;
  return TRANSPARENT.has(node.tagName);
}

function sidenote(number: string, note: Element): Element {
  const mark = element('span', { className: ['sidenote-number'] }, [number]);
  const blocks = childrenOf(note).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return element('span', { className: ['sidenote'], hidden: true, ariaHidden: 'true' }, [
    mark,
    ' ',
    ...blocks.flatMap(copy),
  ]);
}

/** Inline elements, which a copy may have as they are. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark picture q s samp small source span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** What a copy leaves to the note at the end: controls, players, what has ids that it needs. */
const LEFT_OUT = new Set(
  'audio button canvas embed iframe input noscript object script select style svg template textarea video'.split(
    ' ',
  ),
);

/** What only the note itself may have: what is unique in a page, reached by keyboard, or names. */
const UNIQUE = ['id', 'tabIndex', 'role', 'ariaLabel', 'ariaLabelledBy', 'ariaDescribedBy', 'for'];

/** A copy is in a paragraph, which cannot hold blocks: they become spans that look like them. */
function copy(node: HastNode): Node[] {
  if (node.type === 'text' || node.type === 'mdxTextExpression') return [node];
  if (node.type === 'mdxJsxTextElement') return [node];
  if (node.type !== 'element') return [];
  if (LEFT_OUT.has(node.tagName) || node.properties['dataFootnoteBackref'] !== undefined) return [];
  if (node.tagName === 'math') return [node];
  const children = childrenOf(node).flatMap(copy);
  if (!INLINE.has(node.tagName))
    return [
      element('span', { className: [`sidenote-${KINDS[node.tagName] ?? 'block'}`] }, children),
    ];
  const kept = Object.entries(node.properties).filter(
    ([name]) => !UNIQUE.includes(name) && !name.startsWith('dataFootnote'),
  );
  const properties = Object.fromEntries(kept);
  // A reference to another note has a copy of its own; other links are for the mouse only.
  if (referenceOf(node) !== undefined) return children;
  if (node.tagName === 'a') properties['tabIndex'] = -1;
  return [{ ...node, properties, children }];
}

/** How blocks look that are more than paragraphs. */
const KINDS: Record<string, string> = { pre: 'code', li: 'item', td: 'cell', th: 'cell' };
