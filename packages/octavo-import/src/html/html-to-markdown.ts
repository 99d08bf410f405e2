import type { Element, Parents, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes as MdastNodes } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers as markdownHandlers, toMarkdown } from 'mdast-util-to-markdown';
import { slugify } from 'octavo/internal/addresses/slug';
import { DECORATIVE } from 'octavo/internal/markdown/pictures/media';
import { htmlToHast } from 'satteri';
import { fileName } from '../text/addresses.ts';
import { codeLanguage } from './code-language.ts';
import {
  elementsIn,
  findAll,
  HEADINGS,
  isElement,
  isSpace,
  MARKDOWN,
  textOf,
  type Child,
} from './hast.ts';
import { invalidUrlsAsCode } from './invalid-urls.ts';
import { tidied } from './tidy.ts';
import { withAnchors } from './anchors.ts';

/** Returns HTML as a tree. */
export function readTree(html: string): Root {
  return htmlToHast(html, { fragment: true }) as Root;
}

/** Returns HTML as Markdown; what Markdown has no syntax for stays HTML. URLs stay as they are. */
export function htmlToMarkdown(tree: Root): string {
  const mdast = toMdast(withAnchors(tidied(invalidUrlsAsCode(tree))), {
    handlers: HANDLERS,
    nodeHandlers: { comment },
  });
  return toMarkdown(mdast as MdastNodes & { type: 'root' }, {
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      { handlers: { break: lineBreak } },
    ],
    ...{ bullet: '-', emphasis: '_', fence: '`', fences: true, listItemIndent: 'one', rule: '-' },
  });
}

/** Comments are a break, or were made by the reader of a system. */
function comment(_: State, { value }: { value: string }) {
  return { type: 'html' as const, value: `<!--${value}-->` };
}

/** HTML at the start of a line would end the paragraph, or stay in it behind a backslash. */
function lineBreak(
  ...args: Parameters<typeof markdownHandlers.break>
): ReturnType<typeof markdownHandlers.break> {
  const [node, parent] = args;
  const next = parent?.children[parent.children.findIndex((child) => child === node) + 1];
  return next?.type === 'html' ? '<br>' : markdownHandlers.break(...args);
}

/** Elements within a line that Markdown has no syntax for. */
const INLINE = 'abbr cite ins kbd mark q rp rt ruby samp small sub sup time u var'.split(' ');

/** Blocks that Markdown has no syntax for. */
const BLOCKS = 'audio details dl embed iframe math object picture svg video'.split(' ');

const HANDLERS: Record<string, Handle> = {
  ...Object.fromEntries(INLINE.map((name) => [name, inlineElement])),
  ...Object.fromEntries(BLOCKS.map((name) => [name, wholeElement])),
  ...Object.fromEntries(HEADINGS.map((name) => [name, heading])),
  ...{ a: link, figure, img, li, p, pre, script, table, tr, [MARKDOWN]: markdown },
};

function inlineElement(state: State, node: Element) {
  const { title, dateTime } = node.properties;
  const shell = { ...node, properties: { title, dateTime } as Properties, children: [] };
  const [open = '', close = ''] = toHtml(shell)
    .split('><')
    .map((tag, index) => (index === 0 ? `${tag}>` : `<${tag}`));
  return [inline(open), ...state.all(node), inline(close)];
}

/** Returns a node whose value is written unchanged. */
function inline(value: string) {
  return { type: 'html' as const, value, data: { hName: 'span' } };
}

function wholeElement(_: State, node: Element) {
  // An empty line would end the block for Markdown.
  return { type: 'html' as const, value: toHtml(node).replace(/\n(?=[ \t]*\n)/g, '&#10;') };
}

/** A heading keeps an id of its own. */
function heading(state: State, node: Element) {
  const made = defaultHandlers.h2(state, node);
  const id = node.properties['id'];
  if (typeof id !== 'string' || !/^[^\s{}]+$/.test(id)) return made;
  return { ...made, children: [...made.children, inline(` {#${id}}`)] };
}

/** A comment at the start of a line would make HTML of the rest of it. */
function p(state: State, node: Element) {
  const start = node.children.findIndex((child) => child.type !== 'comment' && !isSpace(child));
  if (start === -1) return state.all(node);
  const comments = node.children.slice(0, start).filter((child) => child.type === 'comment');
  const rest = defaultHandlers.p(state, { ...node, children: node.children.slice(start) });
  return [...comments.map((one) => comment(state, one)), ...(rest ? [rest] : [])];
}

/** An item is loose only where it has paragraphs in HTML. */
function li(state: State, node: Element) {
  const spread = node.children.some((child) => isElement(child, 'p'));
  return { ...defaultHandlers.li(state, node), spread };
}

/** A link without a URL is an anchor, or nothing but its text. */
function link(state: State, node: Element) {
  const { href, id, name } = node.properties;
  if (typeof href === 'string' && href !== '') return defaultHandlers.a(state, node);
  const anchor = id ?? name;
  const html = inline(`<a id="${String(anchor)}"></a>`);
  return [
    ...(typeof anchor === 'string' && /^[\w.:-]+$/.test(anchor) ? [html] : []),
    ...state.all(node),
  ];
}

/** A picture without a text is marked as decorative; a title made of the name of its file is none. */
function img(state: State, node: Element) {
  const made = defaultHandlers.img(state, node);
  if (made.url === '') return undefined;
  const words = made.alt?.replace(/\s+/g, ' ').trim() ?? '';
  const caption = node.properties['dataCaption'];
  const name = fileName(made.url).replace(/-\d+x\d+$/, '');
  const isOwn = [words, name].every((one) => slugify(one) !== slugify(made.title ?? ''));
  const title = typeof caption === 'string' ? caption : isOwn ? made.title : undefined;
  return { ...made, alt: words, title: words === '' ? (title ?? DECORATIVE) : title };
}

/** A figure of one picture has its caption as the title; what is in a caption of more is a paragraph. */
function figure(state: State, node: Element) {
  const pictures = elementsIn(node, 'img');
  const caption = elementsIn(node, 'figcaption').at(-1);
  const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
  const hasLink = caption !== undefined && elementsIn(caption, 'a').length > 0;
  const [picture] = pictures;
  if (pictures.length !== 1 || !picture || words === '' || hasLink)
    return state.toFlow(state.all(node));
  picture.properties['dataCaption'] = words;
  if (String(picture.properties['alt'] ?? '') === '') picture.properties['alt'] = words;
  const others = node.children.filter((child) => child !== caption);
  return state.toFlow(state.all({ ...node, children: others }));
}

/**
 * A block of code has its language in one of the ways that highlighters have. Markdown has no block of
 * code in a heading or in a cell.
 */
function pre(_: State, node: Element, parent?: Parents) {
  const value = textOf(node).replace(/^\n|\n+$/g, '');
  if (isElement(parent, ...HEADINGS, 'td', 'th'))
    return { type: 'inlineCode' as const, value: value.trim().replace(/\s*\n\s*/g, ' ') };
  return { type: 'code' as const, lang: codeLanguage(node) ?? null, value };
}

/** A script of another site may write something in its place, such as a gist. */
function script(_: State, node: Element) {
  return node.properties['src'] === undefined ? undefined : inline(toHtml(node));
}

/** Blocks that a cell of Markdown cannot have. */
const NOT_IN_CELLS = ['caption', 'ul', 'ol', 'table', 'blockquote', ...HEADINGS];

/** A table stays HTML where Markdown would lose its caption, or what is on lines of its own in a cell. */
function table(state: State, node: Element) {
  const isLost = (child: Child) =>
    isElement(child, ...NOT_IN_CELLS) ||
    (isElement(child, 'pre') && textOf(child).trim().includes('\n')) ||
    (isElement(child, 'td', 'th') && elementsIn(child, 'p').length > 1);
  const plain = withoutStyles(node);
  return findAll(node, isLost).length > 0
    ? wholeElement(state, plain)
    : defaultHandlers.table(state, plain);
}

/** Styles have no effect under the policy of the site; the alignment of a cell is an attribute of it. */
function withoutStyles(node: Element): Element {
  const children = node.children.map((child) => (isElement(child) ? withoutStyles(child) : child));
  const align = isElement(node, 'td', 'th') ? alignmentOf(node) : undefined;
  const properties = { ...node.properties, style: undefined, ...(align && { align }) };
  return { ...node, children, properties };
}

/** Returns the alignment of a cell by its style, or by the class that WordPress gives it. */
function alignmentOf({ properties: { style, className } }: Element): string | undefined {
  const written = `${String(style ?? '')};${[className].flat().join(' ')}`;
  return /(?:text-align:\s*|has-text-align-)(left|center|right)\b/.exec(written)?.[1];
}

/** A row without cells is not shown. */
function tr(state: State, node: Element) {
  return node.children.some((child) => isElement(child))
    ? defaultHandlers.tr(state, node)
    : undefined;
}

function markdown(_: State, node: Element) {
  return inline(textOf(node));
}
