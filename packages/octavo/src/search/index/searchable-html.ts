import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { ContentError } from '../../diagnostics/diagnostic.ts';
import type { Page, Post } from '../../blog/blog.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { segmented } from '../../words/words.ts';

/** Selectors that Pagefind skips, in addition to its own (svg, script, nav). */
export const NOT_SEARCHED = [
  'math',
  'button',
  '.sr-only',
  '[hidden]',
  '[aria-hidden="true"]',
  '[data-footnote-ref]',
  '[data-footnote-backref]',
];

type SearchedPost = Pick<Post, 'url' | 'title' | 'description' | 'tags' | 'date' | 'minutes'>;
type SearchedPage = Pick<Page, 'url' | 'title'>;

/**
 * Returns the HTML that Pagefind indexes for a built page: the text that components/Prose.astro
 * marks, and the facts of its entry in Pagefind's attributes, so that the page has none of them.
 *
 * @throws {Error} for a page without a marked text.
 */
export function searchableHtml(page: string, entry: SearchedPost | SearchedPage): string {
  const body = DomUtils.findOne(
    ({ attribs }) => 'data-article-body' in attribs,
    parseDocument(page).children,
  );
  if (!body)
    throw new ContentError([
      {
        ...{ file: 'src/overrides', line: 1, column: 1, severity: 'error' },
        message: `${entry.url}: no element with data-article-body, so nothing to search; put the text into <Prose>`,
      },
    ]);
  makeReadable(body.children);
  const post = 'date' in entry ? entry : undefined;
  const facts = meta('meta', 'title', segmented(entry.title)) + (post ? postFacts(post) : '');
  const lead = post?.description ? `<p>${escapeHtml(segmented(post.description))}</p>` : '';
  return `<html><body>${facts}<div data-pagefind-body>${lead}${DomUtils.getInnerHTML(body, { encodeEntities: 'utf8' })}</div></body></html>`;
}

function postFacts({ tags, date: { day }, minutes }: SearchedPost): string {
  const names = tags.map(({ name }) => name);
  return [
    ...(names.length > 0 ? [meta('meta', 'tags', segmented(names.join(', ')))] : []),
    ...names.map((name) => meta('filter', 'tag', name)),
    // One word, since every word of it is found: a year may be, the minutes should not.
    meta('meta', 'when', `${day}/${minutes}`),
    meta('filter', 'year', day.slice(0, 4)),
    meta('sort', 'date', day),
  ].join('');
}

function meta(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

/** Elements that end without a space, where Pagefind would join two words. */
const ENDS = new Set(['pre', 'summary', 'figcaption', 'caption', 'dt', 'dd', 'th', 'blockquote']);

/** Sets words apart, removes pictures, and keeps the words of labels. */
function makeReadable(nodes: ReturnType<typeof parseDocument>['children']): void {
  for (const node of [...nodes]) {
    if (node.type === ElementType.Text) node.data = segmented(node.data);
    if (!('attribs' in node)) continue;
    makeReadable(node.children);
    if (node.name === 'img') DomUtils.removeElement(node);
    // Pagefind takes a label for a part of a form; here it is the text of a task.
    if (node.name === 'label') node.name = 'span';
    if (ENDS.has(node.name)) DomUtils.append(node, parseDocument(' ').children[0]!);
  }
}
