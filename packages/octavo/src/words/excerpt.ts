import type { WordCount } from './words.ts';

/** A line of text, and the same as HTML. */
export interface Line {
  text: string;
  html: string;
}

/** The start of an article, in one line. */
export interface Excerpt {
  /** The text content of the index entry. */
  text: string;
  /** The HTML of the entry: a heading is `<b>`, code, emphasis and formulas stay. Absent if it is the text. */
  html?: string;
  /** For descriptions: with a full stop after a heading, and the TeX of formulas. Absent if it is the text. */
  description?: string;
  /** True where the article has more text than this. */
  goesOn: boolean;
}

/** The text of an article as lists need it. */
export interface ArticleText extends WordCount {
  /** The text before `<!--more-->`; absent where there is no such mark, or nothing before it. */
  beforeMore?: Excerpt;
  /** The text up to the end of the first paragraph at which 70 words are reached. */
  automatic: Excerpt;
}

export interface Heading {
  /** 1 to 6. */
  depth: number;
  slug: string;
  text: string;
}

/** The metadata of an article, which is cached with its HTML. */
export interface ArticleMetadata {
  headings: Heading[];
  text: ArticleText;
  /** What it is about, code included, footnotes not; as `packTerms` writes them. */
  terms: string;
  /** The ids of the drawings of diagrams; absent where there are none. */
  diagrams?: string[];
  /** The parts that readers of the Markdown get as other Markdown, by their source. */
  replaced?: Record<string, string>;
  /** The decoded URLs of links to files and other languages, with the paths that they lead to. */
  targets?: [url: string, path: string][];
  /** Of MDX, the values of expressions by their source. */
  values?: Record<string, string>;
}

/** The metadata of an entry's body: `entry.rendered.metadata`. */
export interface TextMetadata extends ArticleMetadata {
  /** The files of pictures, videos and sounds that it may show, relative to the project's folder. */
  pictures: string[];
  /** The files that its links publish beside its page, relative to its folder. */
  files: string[];
  /** The content files that it links to. */
  links: string[];
}
