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

/**
 * Reads the text of a rendered article: its hast tree, from HTML or from MDX.
 * Excerpts are prose through headings, list items and captions; code, tables, diagrams and
 * footnotes are left out of them, while the words of all of these are counted.
 * The cut after a paragraph follows Hugo 0.134 and later (resources/page, summary).
 */
export function readArticle(tree: HastNode): ArticleText {
  const reading = new Reading();
  reading.visit(tree, { prose: true, counted: true });
  return reading.result();
}

/** Which of the texts a node's text belongs to. */
interface Belonging {
  /** To the excerpts. */
  prose: boolean;
  /** To what makes an excerpt go on. */
  counted: boolean;
  /** To a block of code, with its title. */
  code?: boolean;
}

class Reading {
  /** All text, footnotes included: what is counted. */
  private all = '';
  /** The article without its footnotes: what makes an excerpt go on. */
  private article = '';
  private prose = '';
  private more: { prose: number; article: number } | undefined;
  private cut: { prose: number; article: number } | undefined;

  visit(node: HastNode, belonging: Belonging): void {
    if (node.type === 'text') return this.add(node.value, belonging);
    if (isMoreMark(node)) return this.mark();
    const name = elementName(node);
    if (!('children' in node) || isNotRead(node, name)) return;
    if (belonging.code && LABELS.has(name)) return;
    const inside = within(node, name, belonging);
    // White space around blocks; the root needs none.
    const space = INLINE.has(name) ? '' : ' ';
    this.add(space, inside);
    for (const child of node.children) this.visit(child as HastNode, inside);
    this.add(space, inside);
    if (name === 'p' && inside.prose) this.endParagraph();
  }

  result(): ArticleText {
    const automatic = this.excerpt(this.cut ?? this.here());
    const beforeMore = this.more && this.excerpt(this.more);
    return {
      ...countWords(this.all),
      automatic,
      terms: termsOf(this.article),
      ...(beforeMore?.text ? { beforeMore } : {}),
    };
  }

  private add(text: string, { prose, counted }: Belonging): void {
    this.all += text;
    if (counted) this.article += text;
    if (prose) this.prose += text;
  }

  private mark(): void {
    this.more ??= this.here();
  }

  private endParagraph(): void {
    if (this.cut) return;
    const { words, characters } = countWords(this.prose);
    if (words + characters >= SUMMARY_WORDS) this.cut = this.here();
  }

  private here() {
    return { prose: this.prose.length, article: this.article.length };
  }

  private excerpt({ prose, article }: { prose: number; article: number }): Excerpt {
    return {
      text: this.prose.slice(0, prose).replace(/\s+/g, ' ').trim(),
      goesOn: this.article.slice(article).trim() !== '',
    };
  }
}

function within(node: HastNode, name: string, { prose, counted, code }: Belonging): Belonging {
  const footnotes = name === 'section' && property(node, 'dataFootnotes') !== undefined;
  const inCode = code === true || hasClass(node, 'code');
  return {
    // The title of a callout is no sentence of an excerpt.
    prose:
      prose && !footnotes && !inCode && !NOT_PROSE.has(name) && !hasClass(node, 'callout-title'),
    counted: counted && !footnotes,
    code: inCode,
  };
}

/** True for nodes outside the text: scripts, marks of footnotes, hidden labels. */
function isNotRead(node: HastNode, name: string): boolean {
  if (NOT_TEXT.has(name)) return true;
  if (property(node, 'ariaHidden') === 'true' || property(node, 'hidden') !== undefined)
    return true;
  if (property(node, 'dataFootnoteRef') !== undefined) return true;
  if (property(node, 'dataFootnoteBackref') !== undefined) return true;
  // The heading of the footnotes, which is there for those who do not see the page.
  return hasClass(node, 'sr-only');
}

function hasClass(node: HastNode, name: string): boolean {
  return [property(node, 'className')].flat().includes(name);
}

function isMoreMark(node: HastNode): boolean {
  if (node.type === 'comment') return node.value.trim() === 'more';
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    return /^\s*\/\*\s*more\s*\*\/\s*$/.test(node.value);
  }
  return false;
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
  return node.type === 'element' ? node.properties?.[name] : undefined;
}
