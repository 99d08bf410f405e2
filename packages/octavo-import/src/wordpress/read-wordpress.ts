import { basename, dirname } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { permalink } from 'octavo/internal/addresses/permalink';
import { slugify } from 'octavo/internal/addresses/slug';
import { count } from 'octavo/internal/diagnostics/diagnostic';
import type { Diagnostic } from '../diagnostic.ts';
import { convertMarkdown } from '../html/convert-markdown.ts';
import type { OldAddress } from '../imported-site.ts';
import { exportPage } from '../old/export-page.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { withSlash } from '../old/paths.ts';
import type { ImportOptions } from '../site/build-site.ts';
import { feedAddresses } from '../site/feed-addresses.ts';
import { missingFiles } from '../site/missing-files.ts';
import type { OldBlog } from '../site/old-blog.ts';
import { choosePattern } from '../site/pattern.ts';
import { repliesOf } from './comments.ts';
import { contentOf, type ContentSources } from './content.ts';
import { FEEDS, wordPressLists } from './lists.ts';
import { mediaBeside, mediaPath } from './media.ts';
import { dateOf, readData, termsOf } from './post-data.ts';
import { readExport, type Item, type WordPressExport } from './read-export.ts';
import { siteSettings } from './settings.ts';

/** Reads an export of WordPress (an absolute path), with the media folder beside it. */
export function readWordPress(path: string, options: ImportOptions): OldBlog {
  const { now, progress, shortcodes: mapped = new Map<string, string>() } = options;
  const [root, file] = [dirname(path), basename(path)];
  const blog = readExport(path);
  const files = mediaBeside(root);
  const shown = blog.items.filter(isText);
  const urls = urlsOf(shown, blog);
  const byId = new Map(blog.items.map((item) => [item.id, item]));
  const sources: ContentSources = {
    byId,
    ...{ url: blog.url, terms: blog.terms, parents: blog.parents },
    urlOf(item) {
      const path = urls.get(item) ?? urls.get(byId.get(item.parent) ?? item);
      const other = item.attachment || item.link;
      return path === undefined ? other : encodeURI(blog.url.replace(/\/$/, '') + path);
    },
    attachmentsOf: Map.groupBy(blog.items.filter(isAttachment), ({ parent }) => parent),
    mapped,
    commentIds: new Set(shown.flatMap(({ comments }) => comments.map(({ id }) => id))),
  };
  const fileOf = (address: string) => mediaPath(address, files.published);
  // An export may have an id twice, after an import of its own.
  const guids = new Map(shown.toReversed().map((item) => [item.guid, item]));
  const entries = shown.map((item, index) => {
    progress?.(`Read ${index + 1} of ${shown.length} texts`);
    const { markdown, skipped } = contentOf(item, sources);
    const { line, id } = item;
    const page = exportPage({ file, id, name: nameOf(item), body: markdown, line });
    const data = readData(item, {
      blog,
      now,
      fileOf,
      skipped,
      file: page.file,
      byId,
    });
    const oldUrl = urls.get(item)!;
    const entry: OldEntry = {
      page,
      data,
      oldUrl,
      aliases: aliasesOf(item, oldUrl),
      replies: repliesOf(item),
      feedId: guids.get(item.guid) === item ? item.guid : undefined,
    };
    return { item, entry };
  });
  const posts = entries.filter(({ item }) => item.type === 'post');
  const pages = entries.filter(({ item }) => item.type === 'page');
  const lists = pages.filter(({ entry }) => isIndex(entry)).map(({ entry }) => entry);
  const published = posts.filter(({ entry }) => entry.data.isPublished);
  const feeds = feedAddresses(FEEDS);
  const missing = blog.items.filter(
    (item) => isAttachment(item) && fileOf(item.attachment) === undefined,
  );
  return {
    ...{ system: 'WordPress', root, files },
    title: blog.title || undefined,
    baseUrl: blog.url || undefined,
    timeZone: undefined,
    authors: [],
    posts: posts.map(({ entry }) => entry),
    pages: pages.map(({ entry }) => entry).filter((entry) => !isIndex(entry)),
    ...{ listTexts: [], mainFolders: [], listsDescriptions: false, dropsHtml: false },
    sitemaps: ['/sitemap.xml'],
    diagnostics: [
      ...notCarriedOver(blog, file),
      ...missingFiles(
        missing.map(({ attachment: url, line }) => ({ url, line })),
        { file, folder: 'wp-content/uploads' },
      ),
    ],
    lists: ({ placed, authorUrl }) => ({
      addresses: [
        ...wordPressLists({
          posts: published.map(({ item, entry }) => ({
            entry,
            terms: termsOf(item),
            creator: item.creator,
          })),
          parents: blog.parents,
          authorUrl: (login) => authorUrl(blog.authors.get(login) ?? login),
          hasDays: published.some(({ entry }) => /^\/\d{4}\/\d{2}\/\d{2}\//.test(entry.oldUrl)),
        }),
        ...feeds.addresses,
        ...lists.map(({ oldUrl }): OldAddress => ({
          ...{ from: oldUrl, to: '/', kind: 'page', by: oldUrl === '/' ? 'same' : 'page' },
        })),
        ...attachmentPages(blog, new Map(placed.map((one) => [one.page.file, one.url])), file),
      ],
      alsoAt: feeds.alsoAt,
      others: lists.map(({ page, oldUrl }) => ({ page, from: oldUrl, to: '/', aliases: [] })),
    }),
    settings: (settled) =>
      siteSettings({ ...settled, blog, file, hasRemoteFiles: missing.length > 0 }),
    convert: ({ page }, resolve) =>
      convertMarkdown(page, {
        ...resolve,
        link: (address) => resolve.link(address) ?? fileOf(address),
        resource: (address) => resolve.resource(fileOf(address) ?? address),
      }),
  };
}

/** Statuses of items that are neither published nor drafts. */
const GONE = new Set(['trash', 'auto-draft', 'inherit', 'request-pending']);

function isText({ type, status }: Item): boolean {
  return ['post', 'page'].includes(type) && !GONE.has(status);
}

function isAttachment({ type, attachment }: Item): boolean {
  return type === 'attachment' && attachment !== '';
}

function nameOf({ slug, title, id }: Item): string {
  return slug || slugify(title) || id;
}

/** True for a page without text whose path is a usual one of a list of posts. */
function isIndex({ page, oldUrl }: OldEntry): boolean {
  const isNamed = /^\/(?:(?:blog|news|posts|articles|journal)\/)?$/.test(oldUrl);
  return isNamed && page.source.body.trim() === '';
}

/**
 * Returns the path of each post and page. What has none, a draft or a post of a blog with plain
 * permalinks (`?p=123`), gets one like those of the others.
 */
function urlsOf(items: readonly Item[], { url }: WordPressExport): Map<Item, string> {
  const known = new Map(items.map((item) => [item, pathOf(item.link, url)]));
  const dayOf = ({ date, dateUtc }: Item) =>
    dateOf(date, dateUtc)?.written.slice(0, 10) ?? '1970-01-01';
  const located = items.flatMap((item) => {
    const oldUrl = known.get(item);
    return item.type === 'post' && oldUrl !== undefined ? [{ oldUrl, day: dayOf(item) }] : [];
  });
  const pattern = choosePattern(located);
  return new Map(
    items.map((item) => {
      const slug = slugify(nameOf(item)) || item.id;
      const made =
        item.type === 'page'
          ? `/${slug}/`
          : permalink(pattern, { slug, day: dayOf(item), folder: '' });
      return [item, known.get(item) ?? made];
    }),
  );
}

/** Returns the path of a URL below the base path; `undefined` for one with a query. */
function pathOf(link: string, base: string): string | undefined {
  if (!URL.canParse(link) || new URL(link).search !== '') return undefined;
  const path = decodePath(new URL(link).pathname).replace(/\/{2,}/g, '/');
  const folder = URL.canParse(base) ? new URL(base).pathname.replace(/\/?$/, '/') : '/';
  const below = `/${`${path}/`.startsWith(folder) ? path.slice(folder.length) : path.slice(1)}`;
  return withSlash(below);
}

/** WordPress redirects from slugs that a post had before, and has a URL for each page of a post. */
function aliasesOf({ content, oldSlugs, slug }: Item, oldUrl: string): string[] {
  const last = new RegExp(`/${RegExp.escape(slug)}(?=/?$|\\.\\w+$)`);
  const before = slug === '' ? [] : oldSlugs.map((old) => oldUrl.replace(last, `/${old}`));
  const pages = oldUrl.endsWith('/') ? content.split('<!--nextpage-->').slice(1) : [];
  const numbered = pages.map((_, index) => `${oldUrl}${index + 2}/`);
  return [...new Set([...before, ...numbered])].filter((one) => one !== oldUrl);
}

/** The page of an attachment leads to the post that it belongs to. */
function attachmentPages(
  blog: WordPressExport,
  urls: ReadonlyMap<string, string>,
  file: string,
): OldAddress[] {
  return blog.items.filter(isAttachment).flatMap(({ link, parent }): OldAddress[] => {
    const from = pathOf(link, blog.url);
    if (from === undefined || from === '/') return [];
    return [{ from, to: urls.get(`${file}#${parent}`) ?? '/', kind: 'page', by: 'page' }];
  });
}

/** Types of items that are parts of the site, not content. */
const PARTS =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|wp_\w+)$/;

function notCarriedOver({ items }: WordPressExport, file: string): Diagnostic[] {
  const info = (message: string): Diagnostic => ({ file, line: 1, severity: 'info', message });
  const others = Map.groupBy(
    items.filter((item) => !['post', 'page'].includes(item.type) && !PARTS.test(item.type)),
    ({ type }) => type,
  );
  const plain = items.filter(
    (item) => isText(item) && item.status === 'publish' && /\?p(?:age_id)?=/.test(item.link),
  );
  return [
    ...[...others].map(([type, { length }]) =>
      info(`${count(length, 'item')} of the type ${type} skipped`),
    ),
    ...(plain.length > 0
      ? [
          info(
            `${count(plain.length, 'URL')} like /?p=123 not redirected: static sites ignore the query`,
          ),
        ]
      : []),
  ];
}
