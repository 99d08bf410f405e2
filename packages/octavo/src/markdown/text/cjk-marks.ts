import { defineMdastPlugin } from 'satteri';
import { CHINESE_JAPANESE } from '../../words/cjk.ts';
import type { Edit } from '../../html/edits.ts';
import type { MarkdownFeature } from '../feature.ts';
import { insertion, placeOf, proseOf, type ProseBlock } from './prose-block.ts';

/** A noncharacter of Unicode: neither space nor punctuation for Markdown, and in no text. */
const MARK = '\uFDD0';
const [BEFORE, AFTER] = [` ${MARK}`, `${MARK} `];
/** At the end of a label the space is trimmed. */
const MARKS = new RegExp(`${BEFORE}|${MARK} ?`, 'g');

/** Removes the marks that made Markdown read a text as its author meant it. */
export const cjkMarks = {
  mdast: ({ source }) =>
    source.includes(MARK) &&
    defineMdastPlugin({
      name: 'octavo:cjk-marks',
      text(node, ctx) {
        if (!node.value.includes(MARK)) return;
        ctx.setProperty(node, 'value', node.value.replace(MARKS, ''));
      },
    }),
} satisfies MarkdownFeature;

const CJK = `[${CHINESE_JAPANESE}\\p{scx=Hangul}]`;
const PUNCTUATION = '[\\p{P}\\p{S}]';

const HAS_CJK = new RegExp(`${CJK}|[“”‘’]`, 'u');

export function mayNeedCjkMarks(text: string): boolean {
  return /[*~]|:\/\/|www\./.test(text) && HAS_CJK.test(text);
}

/**
 * Returns the marks to insert beside emphasis that punctuation and CJK characters are beside, which
 * CommonMark reads otherwise (`**注意：**正文`, commonmark-spec issue 650), and behind addresses
 * that CJK punctuation follows.
 */
export function cjkMarksIn(block: ProseBlock): Edit[] {
  const prose = proseOf(block, () => true);
  const edits: Edit[] = [];
  const insert = (at: number, text: string) => edits.push(insertion(block.start + at, text));
  for (const { index } of prose.matchAll(CLOSING)) insert(index, BEFORE);
  for (const { index, 0: run } of prose.matchAll(OPENING)) insert(index + run.length, AFTER);
  for (const node of block.nodes) {
    const [start, end] = placeOf(node);
    const address = block.source.slice(start - block.start, end - block.start);
    if (node.type !== 'link' || /^[[<]/.test(address)) continue;
    const at = address.search(CJK_PUNCTUATION);
    if (at > 0) insert(start - block.start + at, BEFORE);
  }
  return edits;
}

const CJK_PUNCTUATION = new RegExp(`(?=${PUNCTUATION})${CJK}|[“”‘’]`, 'u');
const RUN = '(?<![\\\\*~])(?:\\*+|~+)(?![*~])';
const OTHER = '[^\\s\\p{P}\\p{S}]';
/** A run that ends after punctuation and before a letter, one of both CJK. */
const CLOSING = new RegExp(
  `(?<=${PUNCTUATION})${RUN}(?=${OTHER})(?:(?<=${CJK}(?:\\*+|~+))|(?=${CJK}))`,
  'gu',
);
/** A run that begins after a letter and before punctuation, one of both CJK. */
const OPENING = new RegExp(
  `(?<=${OTHER})${RUN}(?=${PUNCTUATION})(?:(?<=${CJK}(?:\\*+|~+))|(?=${CJK}))`,
  'gu',
);
