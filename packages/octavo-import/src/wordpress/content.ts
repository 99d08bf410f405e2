import type { Root } from 'hast';
import { htmlToMarkdown, readTree } from '../html/html-to-markdown.ts';
import { isElement, type Child } from '../html/hast.ts';
import { hasBlocks, withoutBlocks } from './blocks.ts';
import { withParagraphs } from './paragraphs.ts';
import { withFormulas } from './formulas.ts';
import { termPath } from './lists.ts';
import type { Item, Term } from './read-export.ts';
import { replaceShortcodes, type ShortcodeSources } from './shortcodes.ts';

/** The parts of an export that texts refer to. */
export interface ContentSources {
  /** All items by their ids. */
  byId: ReadonlyMap<string, Item>;
  /** The URL of the blog. */
  url: string;
  /** Categories and tags by their ids, and the slug of the category above each. */
  terms: ReadonlyMap<string, Term>;
  parents: ReadonlyMap<string, string>;
  /** Returns the URL at which an item was, or would be with a path. */
  urlOf: (item: Item) => string;
  /** The attachments of each item, by its id. */
  attachmentsOf: ReadonlyMap<string, readonly Item[]>;
  /** What shortcodes become, by their names. */
  mapped: ReadonlyMap<string, string>;
  /** The ids of the comments that are shown. */
  commentIds: ReadonlySet<string>;
}

/** A text as Markdown, with its URLs as they were. */
interface Content {
  markdown: string;
  /** Messages about skipped content. */
  skipped: string[];
}

/** Returns the text of a post or page as Markdown. */
export function contentOf(item: Item, sources: ContentSources): Content {
  const skipped = new Set<string>();
  const dynamic = new Set<string>();
  const unknown = (name: string) =>
    skipped.add(
      `shortcode [${name}] is left as a comment; --shortcode ${name}=inner or ${name}=drop maps it`,
    );
  const html = replaceShortcodes(
    item.content.replace(/\r\n?/g, '\n'),
    shortcodes(item, sources, unknown),
  );
  const footnotes = footnotesOf(item);
  const blocks = {
    footnotes: new Map(footnotes.map(({ id }, index) => [id, index + 1])),
    shared: (id: string) => sharedBlock(id, sources),
    dynamic: (name: string) => dynamic.add(name),
  };
  const tree = hasBlocks(html)
    ? withoutBlocks(readTree(html), blocks)
    : withParagraphs(readTree(html));
  const notes = footnotes.map(
    ({ content }, index) => `[^${index + 1}]: ${inlineMarkdown(content)}\n`,
  );
  const markdown = [htmlToMarkdown(withLinks(withFormulas(tree), sources)), ...notes].join('\n');
  if (dynamic.size > 0)
    skipped.add(`blocks that WordPress fills are skipped: ${[...dynamic].sort().join(', ')}`);
  return { markdown, skipped: [...skipped] };
}

function shortcodes(
  item: Item,
  sources: ContentSources,
  unknown: (name: string) => void,
): ShortcodeSources {
  const { byId, attachmentsOf, mapped } = sources;
  return {
    ...{ mapped, unknown },
    pictures(ids) {
      const given = ids?.flatMap((id) => byId.get(id) ?? []) ?? attachmentsOf.get(item.id) ?? [];
      return given
        .filter(({ attachment }) => /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(attachment))
        .map((one) => ({
          url: one.attachment,
          alt: one.meta.get('_wp_attachment_image_alt') ?? one.title,
          caption: one.excerpt,
        }));
    },
  };
}

/** The block editor keeps the texts of footnotes apart. */
function footnotesOf({ meta }: Item): { id: string; content: string }[] {
  try {
    return JSON.parse(meta.get('footnotes') || '[]') as { id: string; content: string }[];
  } catch {
    return [];
  }
}

function sharedBlock(id: string, { byId }: ContentSources): Child[] {
  const { content = '' } = byId.get(id) ?? {};
  return withoutBlocks(readTree(content), {
    ...{ footnotes: new Map(), shared: () => [], dynamic: () => undefined },
  }).children;
}

/** Returns HTML within a line as Markdown. */
function inlineMarkdown(html: string): string {
  return htmlToMarkdown(readTree(html))
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** Returns the link to a reply of a link to one of these comments; `undefined` for any other. */
export function replyLink(address: string, ids: ReadonlySet<string>): string | undefined {
  const [, page, id = ''] = /^(.*)#comment-(\d+)$/.exec(address) ?? [];
  return ids.has(id) ? `${page}#reply-${id}` : undefined;
}

/** Returns the URL that a link to a post or list of this blog by its id stands for. */
function linkById(href: string, sources: ContentSources): string | undefined {
  const { url, byId, urlOf } = sources;
  const [, key = '', id = '', fragment = ''] =
    /\?(p|page_id|attachment_id|cat|tag|m)=([^&#]+)(?:&[^#]*)?(#.*)?$/.exec(href) ?? [];
  const hostOf = (address: string) => URL.parse(address, url)?.host.replace(/^www\./, '');
  if (id === '' || hostOf(href) !== hostOf(url)) return undefined;
  const list = listByQuery(key, id, sources);
  if (list !== undefined) return url.replace(/\/$/, '') + list;
  const item = /^(?:cat|tag|m)$/.test(key) ? undefined : byId.get(id);
  if (!item) return undefined;
  // The rest of a post behind its `<!--more-->`.
  return urlOf(item) + (fragment === `#more-${id}` ? '' : fragment);
}

/** Returns the path of the list that a query names: `?cat=2`, `?tag=x`, `?m=202401`. */
function listByQuery(key: string, value: string, { terms, parents }: ContentSources) {
  if (key === 'm') return /^\d{4,8}$/.test(value) ? `${monthPath(value)}/` : undefined;
  if (key === 'tag') return `/tag/${value}/`;
  const term = key === 'cat' ? terms.get(value) : undefined;
  return term && termPath(term, parents);
}

/** `202401` → `/2024/01` */
function monthPath(digits: string): string {
  return `/${digits.slice(0, 4)}${digits.slice(4, 6).replace(/^(?=.)/, '/')}`;
}

/** Writes the URLs of posts for links by their ids: `/?p=123`, and of replies for comments. */
function withLinks(tree: Root, sources: ContentSources): Root {
  const visit = (node: Root | Child): void => {
    if (isElement(node, 'a')) {
      const href = String(node.properties['href']);
      const to = linkById(href, sources) ?? replyLink(href, sources.commentIds);
      if (to !== undefined) node.properties['href'] = to;
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return tree;
}
