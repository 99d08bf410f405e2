import type { HastNode } from 'satteri';
import { termsOf, type Terms } from './terms.ts';
import { countWords, type WordCount } from './words.ts';

/** A plain text taken from the start of an article. */
interface Excerpt {
  text: string;
  /** True where the article has more text than this. */
  goesOn: boolean;
}

/** The text of an article as lists need it. */
export interface ArticleText extends WordCount {
  /** The text before `<!--more-->`; absent where there is no such mark, or nothing before it. */
  beforeMore?: Excerpt;
  /** The text up to the end of the first paragraph at which 70 words are reached. */
  automatic: Excerpt;
  /** What it is about, code included, footnotes not. */
  terms: Terms;
}

export interface Heading {
  /** 1 to 6. */
  depth: number;
  slug: string;
  text: string;
}

/** What is kept of an article beside its HTML. */
export interface ArticleMetadata {
  headings: Heading[];
  text: ArticleText;
}

/** The metadata of an entry's body: `entry.rendered.metadata`. */
export interface TextMetadata extends Omit<ArticleMetadata, 'text'> {
  text: Omit<ArticleText, 'terms'>;
  /** The files of pictures, videos and sounds that it may show, relative to the project's folder. */
  pictures: string[];
  /** As `packTerms` writes them. */
  terms: string;
}

/** Hugo's default `summaryLength`. */
const SUMMARY_WORDS = 70;

const NOT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'button']);
const NOT_PROSE = new Set(['pre', 'table', 'svg', 'math', 'audio', 'video', 'iframe', 'object']);
/** Of a block of code, what is beside the code. */
const LABELS = new Set(['figcaption', 'summary']);
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

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
 * Excerpts are prose through headings, list items and captions; code, tables, diagrams and
 * footnotes are left out of them, while the words of all of these are counted.
 * The cut after a paragraph follows Hugo 0.134 and later (resources/page, summary).
 */
export function readArticle(tree: HastNode): ArticleText {
  let [all, article, prose] = ['', '', ''];
  let more: Cut | undefined;
  let automatic: Cut | undefined;
  const here = (): Cut => ({ prose, end: article.length });

  const add = (text: string, parts: Parts) => {
    all += text;
    if (parts.article) article += text;
    if (parts.prose) prose += text;
  };
  const visit = (node: HastNode, parts: Parts): void => {
    if (node.type === 'text') return add(node.value, parts);
    if (isMoreMark(node)) more ??= here();
    const name = elementName(node);
    if (!('children' in node) || isNotRead(node, name, parts)) return;
    const inside = partsWithin(node, name, parts);
    // White space around blocks; the root needs none.
    const space = INLINE.has(name) ? '' : ' ';
    add(space, inside);
    for (const child of node.children) visit(child as HastNode, inside);
    add(space, inside);
    if (name === 'p' && inside.prose && !automatic && isSummary(prose)) automatic = here();
  };
  visit(tree, { prose: true, article: true, code: false });

  const excerpt = (cut: Cut): Excerpt => ({
    text: cut.prose.replace(/\s+/g, ' ').trim(),
    goesOn: article.slice(cut.end).trim() !== '',
  });
  const beforeMore = more && excerpt(more);
  return {
    ...countWords(all),
    automatic: excerpt(automatic ?? here()),
    terms: termsOf(article),
    ...(beforeMore?.text ? { beforeMore } : {}),
  };
}

/** The prose up to a point of the article, and the length of the article there. */
interface Cut {
  prose: string;
  end: number;
}

function isSummary(prose: string): boolean {
  const { words, characters } = countWords(prose);
  return words + characters >= SUMMARY_WORDS;
}

function partsWithin(node: HastNode, name: string, parts: Parts): Parts {
  const isFootnotes = property(node, 'dataFootnotes') !== undefined;
  const code = parts.code || hasClass(node, 'code');
  // The title of a callout is no sentence of an excerpt.
  const isProse = !code && !NOT_PROSE.has(name) && !hasClass(node, 'callout-title');
  return {
    prose: parts.prose && !isFootnotes && isProse,
    article: parts.article && !isFootnotes,
    code,
  };
}

/** True for nodes outside the text: scripts, marks of footnotes, hidden labels. */
function isNotRead(node: HastNode, name: string, parts: Parts): boolean {
  return (
    NOT_TEXT.has(name) ||
    (parts.code && LABELS.has(name)) ||
    property(node, 'ariaHidden') === 'true' ||
    NOT_READ.some((attribute) => property(node, attribute) !== undefined) ||
    // The heading of the footnotes, which is there for those who do not see the page.
    hasClass(node, 'sr-only')
  );
}

const NOT_READ = ['hidden', 'dataFootnoteRef', 'dataFootnoteBackref'];

function hasClass(node: HastNode, name: string): boolean {
  return [property(node, 'className')].flat().includes(name);
}

function isMoreMark(node: HastNode): boolean {
  if (node.type === 'comment') return node.value.trim() === 'more';
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
  return /^\s*\/\*\s*more\s*\*\/\s*$/.test(node.value);
}

/** The name of an element or component; empty for what has none. */
function elementName(node: HastNode): string {
  if (node.type === 'element') return node.tagName;
  if (node.type === 'mdxJsxFlowElement') return node.name ?? '';
  // A component within a line is taken as inline, whatever its name.
  if (node.type === 'mdxJsxTextElement')
    return node.name && NOT_TEXT.has(node.name) ? node.name : 'span';
  return '';
}

function property(node: HastNode, name: string): unknown {
  return node.type === 'element' ? node.properties[name] : undefined;
}
