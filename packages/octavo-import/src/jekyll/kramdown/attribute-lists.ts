import { markdownToMdast, type MdastNode } from 'satteri';
import type { Edit } from 'octavo/internal/html/edits';
import type { Conversion } from '../../text/conversion.ts';
import { placeOf } from '../../text/goldmark.ts';
import { readAttributeList, type AttributeList, type Written } from './attribute-list.ts';
import { attributeEdits } from './attribute-edits.ts';
import { imageEdits } from './image-attributes.ts';
import { isWithin, KRAMDOWN_FEATURES, type Pass, type Range } from '../../text/passes.ts';

type Definitions = Map<string, AttributeList>;

/**
 * Removes the attribute lists of kramdown, and writes in Octavo's way what they say of a block:
 * callouts, ids of headings, languages and titles of code, widths of pictures.
 */
export function attributeLists(conversion: Conversion): Pass {
  return (text, code) => {
    if (!text.includes('{:')) return [];
    const definitions: Definitions = new Map();
    const defined = definitionsIn(text, code, definitions);
    const blocks = blockLists(text, [...code, ...defined], definitions);
    const spans = spanLists(text, [...code, ...blocks, ...defined], definitions);
    const tree = markdownToMdast(text, { features: KRAMDOWN_FEATURES });
    const removed = [...defined, ...blocks].map(({ start, end }) => ({ start, end, text: '' }));
    const ofBlocks = blocks.flatMap((one) => blockEdits(text, tree, one, conversion));
    return withoutOverlaps([...ofBlocks, ...removed, ...imageEdits(text, tree, spans)]);
  };
}

const DEFINITION = /^ {0,3}\{:([\w-]+):([^}\n]*)\}[ \t]*\n?/gm;

function definitionsIn(text: string, code: readonly Range[], definitions: Definitions): Range[] {
  return [...text.matchAll(DEFINITION)]
    .filter(({ index }) => !isWithin(index, code))
    .map(({ index, 0: { length }, 1: name = '', 2: inside = '' }) => {
      definitions.set(name, readAttributeList(inside));
      return { start: index, end: index + length };
    });
}

const BLOCK = /^[ \t>]*\{:(?![:/])[ \t]*([^}\n]*)\}[ \t]*(?:\n|$)/gm;

function blockLists(text: string, code: readonly Range[], definitions: Definitions): Written[] {
  return [...text.matchAll(BLOCK)]
    .map(({ index, 0: { length }, 1: inside = '' }) => ({
      ...{ start: index, end: index + length },
      list: readAttributeList(inside, definitions),
    }))
    .filter(({ start, end }) => !isWithin(end - 1, code) && !isWithin(start, code));
}

const SPAN = /(?<=[\])`*_~>"'])\{:(?![:/])[ \t]*([^}\n]*)\}/g;

function spanLists(text: string, others: readonly Range[], definitions: Definitions): Written[] {
  return [...text.matchAll(SPAN)]
    .filter(({ index }) => !isWithin(index, others))
    .map(({ index, 0: { length }, 1: inside = '' }) => ({
      ...{ start: index, end: index + length },
      list: readAttributeList(inside, definitions),
    }));
}

function blockEdits(
  text: string,
  tree: MdastNode,
  written: Written,
  conversion: Conversion,
): Edit[] {
  const { start, end } = written;
  const isBehind = start > 0 && !/(?:^|\n)[ \t>]*\n$/.test(text.slice(0, start));
  const at = isBehind ? start - 2 : end + (/\S/.exec(text.slice(end))?.index ?? 0);
  const lead = /^[ \t>]*/.exec(text.slice(start))![0];
  const node = blockAt(tree, at, lead);
  return node ? attributeEdits(text, node, written, isBehind, conversion) : [];
}

/** Returns the block that holds an offset: the outermost one, or one in a list by its indentation. */
function blockAt(tree: MdastNode, at: number, lead: string): MdastNode | undefined {
  const child = childAt(tree, at);
  if (child?.type !== 'list' || !/^[ \t]/.test(lead)) return child;
  const item = childAt(child, at);
  return (item && childAt(item, at)) ?? child;
}

function childAt(node: MdastNode, at: number): MdastNode | undefined {
  if (!('children' in node)) return undefined;
  return node.children.find((child) => {
    const [start, end] = placeOf(child);
    return start <= at && at <= end;
  });
}

/** An edit within another one goes with it. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}
