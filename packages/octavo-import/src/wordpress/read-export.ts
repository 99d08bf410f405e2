import { readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { decodeText } from '../old/decode.ts';
import { ImportError } from '../import-error.ts';
import { plainText } from '../html/plain-text.ts';

/** A term of a post: a category, a tag, a format. */
export interface Term {
  /** `category`, `post_tag`, `post_format`. */
  taxonomy: string;
  slug: string;
  name: string;
}

/** A comment of a reader. */
export interface Comment {
  id: string;
  /** The id of the comment that it answers; `0` for none. */
  parent: string;
  author: string;
  url: string;
  date: string;
  dateUtc: string;
  /** HTML with line ends as breaks. */
  content: string;
}

/** A post, page, attachment or other item of an export. */
export interface Item {
  /** `post`, `page`, `attachment`, `wp_block`. */
  type: string;
  /** `publish`, `draft`, `private`. */
  status: string;
  id: string;
  parent: string;
  title: string;
  link: string;
  guid: string;
  slug: string;
  /** The login of the author. */
  creator: string;
  /** HTML with blocks and shortcodes. */
  content: string;
  excerpt: string;
  /** `2024-01-06 10:30:00` in the zone of the blog, and in UTC; zeros for none. */
  date: string;
  dateUtc: string;
  modified: string;
  modifiedUtc: string;
  hasPassword: boolean;
  isSticky: boolean;
  terms: Term[];
  /** Values of `wp:postmeta` by their keys. */
  meta: Map<string, string>;
  /** Slugs that it had before. */
  oldSlugs: string[];
  /** The URL of the file of an attachment. */
  attachment: string;
  /** Comments of readers that are approved. */
  comments: Comment[];
  menuOrder: number;
  /** The line of the export. */
  line: number;
}

/** An export of WordPress (WXR). */
export interface WordPressExport {
  title: string;
  description: string;
  url: string;
  language: string;
  /** Names of authors by their logins. */
  authors: ReadonlyMap<string, string>;
  /** The slug of the category above each, by its own slug. */
  parents: ReadonlyMap<string, string>;
  /** Categories and tags by their ids. */
  terms: ReadonlyMap<string, Term>;
  items: readonly Item[];
}

type Node = ReturnType<typeof parseDocument>;
type Parent = Node | ReturnType<typeof DomUtils.getElementsByTagName>[number];

/**
 * Reads an export of WordPress.
 *
 * @throws {ImportError} for any other file.
 */
export function readExport(file: string): WordPressExport {
  const bytes = readFileSync(file);
  // Comments of readers may have zero bytes, which are invalid in XML.
  const source = decodeText(bytes.includes(0) ? bytes.filter(Boolean) : bytes)?.text ?? '';
  const document = parseDocument(source, { xmlMode: true, withStartIndices: true });
  const [channel] = DomUtils.getElementsByTagName('channel', document, true, 1);
  if (!channel) throw new ImportError(`${file}: not a WordPress export: no <channel>`);
  const lineAt = lineCounter(source);
  return {
    title: textIn(channel, 'title'),
    description: textIn(channel, 'description'),
    url: textIn(channel, 'wp:base_blog_url') || textIn(channel, 'link'),
    language: textIn(channel, 'language'),
    authors: new Map(
      childrenOf(channel, 'wp:author').map((author) => [
        textIn(author, 'wp:author_login'),
        textIn(author, 'wp:author_display_name') || textIn(author, 'wp:author_login'),
      ]),
    ),
    parents: new Map(
      childrenOf(channel, 'wp:category').map((category) => [
        textIn(category, 'wp:category_nicename'),
        textIn(category, 'wp:category_parent'),
      ]),
    ),
    terms: new Map([
      ...childrenOf(channel, 'wp:category').map((one) =>
        termOf(one, 'category', 'category_nicename', 'cat_name'),
      ),
      ...childrenOf(channel, 'wp:tag').map((one) =>
        termOf(one, 'post_tag', 'tag_slug', 'tag_name'),
      ),
    ]),
    items: childrenOf(channel, 'item').map((item) => readItem(item, lineAt(item.startIndex ?? 0))),
  };
}

function termOf(term: Parent, taxonomy: string, slug: string, name: string): [string, Term] {
  return [
    textIn(term, 'wp:term_id'),
    {
      taxonomy,
      slug: decoded(textIn(term, `wp:${slug}`)),
      name: plainText(textIn(term, `wp:${name}`)),
    },
  ];
}

function readItem(item: Parent, line: number): Item {
  const of = (name: string) => textIn(item, name);
  const meta = childrenOf(item, 'wp:postmeta').map((one): [string, string] => [
    textIn(one, 'wp:meta_key'),
    textIn(one, 'wp:meta_value'),
  ]);
  return {
    ...{ type: of('wp:post_type') || 'post', status: of('wp:status') || 'publish' },
    ...{ id: of('wp:post_id'), parent: of('wp:post_parent'), slug: decoded(of('wp:post_name')) },
    ...{ title: of('title'), link: of('link'), guid: of('guid'), creator: of('dc:creator') },
    ...{ content: of('content:encoded'), excerpt: of('excerpt:encoded') },
    ...{ date: of('wp:post_date'), dateUtc: of('wp:post_date_gmt') },
    ...{ modified: of('wp:post_modified'), modifiedUtc: of('wp:post_modified_gmt') },
    ...{ hasPassword: of('wp:post_password') !== '', isSticky: of('wp:is_sticky') === '1' },
    terms: childrenOf(item, 'category').map((term) => ({
      taxonomy: term.attribs['domain'] ?? 'category',
      slug: decoded(term.attribs['nicename'] ?? ''),
      name: plainText(DomUtils.textContent(term)),
    })),
    meta: new Map(meta),
    oldSlugs: meta.flatMap(([key, value]) => (key === '_wp_old_slug' ? [decoded(value)] : [])),
    attachment: of('wp:attachment_url'),
    comments: childrenOf(item, 'wp:comment').filter(isShown).map(readComment),
    menuOrder: Number(of('wp:menu_order')) || 0,
    line,
  };
}

function readComment(comment: Parent): Comment {
  const of = (name: string) => textIn(comment, `wp:comment_${name}`);
  return {
    ...{ id: of('id'), parent: of('parent'), author: of('author'), url: of('author_url') },
    ...{ date: of('date'), dateUtc: of('date_gmt'), content: of('content') },
  };
}

/** True for a comment of a reader that is approved. */
function isShown(comment: Parent): boolean {
  const type = textIn(comment, 'wp:comment_type');
  return textIn(comment, 'wp:comment_approved') === '1' && (type === '' || type === 'comment');
}

function childrenOf(parent: Parent, name: string) {
  return DomUtils.getElementsByTagName(name, parent.children, false);
}

function textIn(parent: Parent, name: string): string {
  const [child] = childrenOf(parent, name);
  return child ? DomUtils.textContent(child).trim() : '';
}

/** Slugs of other scripts are encoded as in URLs. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Returns the line of an offset, for offsets that only grow. */
function lineCounter(source: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at++) if (source[at] === '\n') line++;
    return line;
  };
}
