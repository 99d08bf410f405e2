import type { HastNode } from 'satteri';
import type { ArticleMetadata, Excerpt } from '../words/excerpt.ts';
import { packTerms, termsOf } from '../words/terms.ts';
import { countWords } from '../words/words.ts';
import { childrenOf, hasClass, isExpression, isInline, nameOf, textOf, valueOf } from './tree.ts';
import { isInlineFormula, markupOf, writeExcerpt, type Piece } from './write-excerpt.ts';

/** Hugo's default `summaryLength`. */
const SUMMARY_WORDS = 70;

const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'button']);
const NOT_PROSE = new Set(['pre', 'table', 'svg', 'math', 'audio', 'video', 'iframe', 'object']);
/** Of a block of code, what is beside the code. */
const LABELS = new Set(['figcaption', 'summary']);

/** The parts of an article that a node's text belongs to. */
interface Parts {
  /** What excerpts are cut from. */
  prose: boolean;
  /** The article without its footnotes. */
  article: boolean;
  /** A block of code, with its title. */
  code: boolean;
}

/**
 * Reads the text of a rendered article: its hast tree, from HTML or from MDX.
 * Excerpts are prose through headings, list items and captions; code, tables, diagrams, displayed
 * formulas and footnotes are left out of them, while the words of all of these are counted.
 * The cut after a paragraph follows Hugo 0.134 and later (resources/page, summary).
 */
export function readArticle(tree: HastNode, values: ArticleMetadata['values'] = {}) {
  let [all, article, prose] = ['', '', ''];
  const pieces: Piece[] = [];
  let more: Cut | undefined;
  let automatic: Cut | undefined;
  const here = (): Cut => ({ pieces: pieces.length, end: article.length });

  const addProse = (text: string, piece: Piece = text) => {
    prose += text;
    pieces.push(piece);
  };
  const add = (text: string, parts: Parts) => {
    all += text;
    if (parts.article) article += text;
    if (parts.prose) addProse(text);
  };
  const visit = (node: HastNode, parts: Parts): void => {
    const text = textIn(node, values);
    if (text !== undefined) return add(text, parts);
    if (isMoreMark(node)) more ??= here();
    if (!isRead(node, parts)) return;
    const inside = partsWithin(node, parts);
    if (parts.prose && isInlineFormula(node)) addProse(textOf(node), { formula: node });
    visitInside(node, inside);
    if (nameOf(node) === 'p' && inside.prose && !automatic && isSummary(prose)) automatic = here();
  };
  const visitInside = (node: HastNode, parts: Parts): void => {
    const space = isInline(node) ? '' : ' ';
    const markup = parts.prose ? markupOf(node) : undefined;
    add(space, parts);
    if (markup) pieces.push({ start: markup });
    for (const child of childrenOf(node)) visit(child, parts);
    if (markup) pieces.push({ end: markup });
    add(space, parts);
  };
  visit(tree, { prose: true, article: true, code: false });

  const excerpt = (cut: Cut): Excerpt => ({
    ...writeExcerpt(pieces.slice(0, cut.pieces)),
    goesOn: article.slice(cut.end).trim() !== '',
  });
  const beforeMore = more && excerpt(more);
  return {
    text: {
      ...countWords(all),
      automatic: excerpt(automatic ?? here()),
      ...(beforeMore?.text ? { beforeMore } : {}),
    },
    terms: packTerms(termsOf(article)),
  };
}

/** Returns the text of a text node, and of an expression of MDX. */
export function textIn(node: HastNode, values: Record<string, string>): string | undefined {
  return isExpression(node) ? values[node.value] : node.type === 'text' ? node.value : undefined;
}

/** A point of an article: the pieces of prose before it, and the length of the article there. */
interface Cut {
  pieces: number;
  end: number;
}

function isSummary(prose: string): boolean {
  const { words, characters } = countWords(prose);
  return words + characters >= SUMMARY_WORDS;
}

function partsWithin(node: HastNode, parts: Parts): Parts {
  const isFootnotes = valueOf(node, 'dataFootnotes') !== undefined;
  const code = parts.code || hasClass(node, 'code');
  // The title of a callout is no sentence of an excerpt.
  const isProse = !code && !NOT_PROSE.has(nameOf(node) ?? '') && !hasClass(node, 'callout-title');
  return {
    prose: parts.prose && !isFootnotes && isProse,
    article: parts.article && !isFootnotes,
    code,
  };
}

/** False outside of the text: for scripts, marks of footnotes, hidden labels. */
export function isRead(node: HastNode, parts: Pick<Parts, 'code'>): boolean {
  const name = nameOf(node) ?? '';
  return !(
    !('children' in node) ||
    NOT_TEXT.has(name) ||
    (parts.code && LABELS.has(name)) ||
    valueOf(node, 'ariaHidden') === 'true' ||
    NOT_READ.some((attribute) => valueOf(node, attribute) !== undefined) ||
    // The heading of the footnotes, which is there for those who do not see the page.
    hasClass(node, 'sr-only')
  );
}

const NOT_READ = ['hidden', 'dataFootnoteRef', 'dataFootnoteBackref'];

function isMoreMark(node: HastNode): boolean {
  if (node.type === 'comment') return node.value.trim() === 'more';
  return isExpression(node) && /^\s*\/\*\s*more\s*\*\/\s*$/.test(node.value);
}
