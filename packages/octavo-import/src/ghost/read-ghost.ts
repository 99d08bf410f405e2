import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { paths } from 'octavo/internal/addresses/urls';
import { slugify } from 'octavo/internal/addresses/slug';
import { convertMarkdown } from '../html/convert-markdown.ts';
import type { OldAddress } from '../imported-site.ts';
import { exportPage } from '../old/export-page.ts';
import { filesBelow } from '../old/files-below.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { publishedAsTheyAre, type OldFiles } from '../old/old-files.ts';
import type { Values } from '../old/values.ts';
import { archiveLists } from '../site/archive-lists.ts';
import { feedAddresses } from '../site/feed-addresses.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldBlog, PlacedSite } from '../site/old-blog.ts';
import { missingFiles } from '../site/missing-files.ts';
import { termPage } from '../site/term-page.ts';
import { contentOf } from './content.ts';
import { isPage, readData } from './post-data.ts';
import { readExport, textOf, type GhostExport } from './read-export.ts';
import { siteSettings } from './settings.ts';

/** Reads an export of Ghost (an absolute path), with the folder `content/` beside it. */
export function readGhost(path: string, { now, progress, given }: ImportOptions): OldBlog {
  const [root, file] = [dirname(path), basename(path)];
  const ghost = readExport(path);
  const entries = ghost.posts.map((post, index) => {
    progress?.(`Read ${index + 1} of ${ghost.posts.length} texts`);
    return { post, entry: entryOf(post, ghost, { file, now }) };
  });
  const posts = entries.filter(({ post }) => !isPage(post));
  const pages = entries.filter(({ post }) => isPage(post));
  const baseUrl = given?.url ?? siteOf(ghost);
  const published = posts.filter(({ entry }) => entry.data.isPublished);
  const files = mediaBeside(root);
  const missing = missingIn(ghost, files);
  const feeds = feedAddresses([{ path: '/rss/', format: 'rss' }]);
  return {
    ...{ system: 'Ghost', root, baseUrl, files },
    title: textOf(ghost.settings, 'title') || undefined,
    timeZone:
      textOf(ghost.settings, 'timezone') || textOf(ghost.settings, 'active_timezone') || undefined,
    authors: [],
    posts: posts.map(({ entry }) => entry),
    pages: pages.map(({ entry }) => entry),
    ...{ listTexts: [], mainFolders: [], listsDescriptions: false, dropsHtml: false },
    sitemaps: ['/sitemap.xml'],
    diagnostics: missingFiles(
      missing.map((url) => ({ url, line: 1 })),
      { file, folder: 'content/images' },
    ),
    lists: ({ authorUrl }) => ({
      addresses: [...ghostLists(published, ghost, authorUrl), ...feeds.addresses],
      ...{ alsoAt: feeds.alsoAt, others: [] },
    }),
    settings: (settled) =>
      siteSettings({ ...settled, ghost, file, baseUrl, hasRemoteFiles: missing.length > 0 }),
    convert: ({ page }, resolve) =>
      convertMarkdown(page, {
        ...resolve,
        resource: (address) =>
          resolve.resource(original(address, files.published)) ?? remote(address, baseUrl),
      }),
  };
}

function entryOf(
  post: Values,
  ghost: GhostExport,
  { file, now }: { file: string; now: number },
): OldEntry {
  const name = textOf(post, 'slug') || slugify(textOf(post, 'title')) || textOf(post, 'id');
  const body = contentOf(post);
  const page = exportPage({ file, id: name, name, body, line: 1 });
  const data = readData(post, { ghost, now, file: page.file });
  return {
    ...{ page, data, oldUrl: `/${name}/`, aliases: [] },
    // The feed of Ghost has the id there since version 1, and the UUID before.
    feedId: /^[\da-f]{24}$/.test(textOf(post, 'id'))
      ? textOf(post, 'id')
      : textOf(post, 'uuid') || undefined,
  };
}

/** Returns the URL of the site, which the export has only where settings or texts name it. */
function siteOf({ settings, posts }: GhostExport): string | undefined {
  const given = textOf(settings, 'url');
  if (given !== '') return given;
  const counts = new Map<string, number>();
  for (const post of posts)
    for (const [, site = ''] of textOf(post, 'html').matchAll(
      /(https?:\/\/[^/"'\s]+)\/content\/images\//g,
    ))
      counts.set(site, (counts.get(site) ?? 0) + 1);
  const [most] = [...counts].sort(([, few], [, many]) => many - few);
  return most?.[0];
}

/** Folders of files that Ghost serves, below `content/` or beside the export. */
const FOLDERS = ['images', 'media', 'files'];

function mediaBeside(root: string): OldFiles {
  const published = new Map<string, string>();
  for (const name of FOLDERS) {
    const folder = [join(root, 'content', name), join(root, name)].find(existsSync);
    if (folder === undefined) continue;
    for (const path of filesBelow(root, folder).files)
      if (!/(?:^|\/)(?:\.|size\/)/.test(path))
        published.set(`/content/${name}/${path}`, join(folder, path));
  }
  return publishedAsTheyAre(published);
}

/** Returns the URL of a picture in the size that was brought: `/content/images/size/w600/x.jpg`. */
function original(address: string, files: ReadonlyMap<string, string>): string {
  const plain = address.replace(/(\/content\/images\/)size\/w\d+(?:h\d+)?\//, '$1');
  const at = plain.indexOf('/content/');
  return at !== -1 && files.has(decodePath(plain.slice(at))) ? plain : address;
}

/** Posts on a page: 12 or 15 by the theme, and 5 in early versions; more numbers lead to the last page. */
const PAGE_SIZE = 12;

function ghostLists(
  posts: readonly { post: Values; entry: OldEntry }[],
  ghost: GhostExport,
  authorUrl: PlacedSite['authorUrl'],
): OldAddress[] {
  const listed = posts.map(({ post, entry }) => ({
    day: entry.data.date?.written.slice(0, 10) ?? '',
    lists: [
      ...ghost
        .tagsOf(textOf(post, 'id'))
        .filter((tag) => !textOf(tag, 'name').startsWith('#'))
        .map((tag) => ({
          path: `/tag/${textOf(tag, 'slug')}/`,
          to: termPage(textOf(tag, 'name')),
        })),
      ...ghost.authorsOf(post).map((user) => ({
        path: `/author/${textOf(user, 'slug')}/`,
        to: authorUrl(textOf(user, 'name')) ?? '/',
      })),
    ],
  }));
  return [
    { from: '/', to: '/', kind: 'list', by: 'same' },
    ...archiveLists(listed, { feed: (list) => `${list}rss/`, pageSize: PAGE_SIZE }),
    ...['pages', 'posts', 'authors', 'tags'].map((name): OldAddress => ({
      ...{ from: `/sitemap-${name}.xml`, to: paths.sitemap, kind: 'file', by: 'rule' },
    })),
  ];
}

/** Returns the old URL of a file that is not beside the export. */
function remote(address: string, baseUrl: string | undefined): string | undefined {
  const isFile = address.startsWith('/content/') && baseUrl !== undefined;
  return isFile ? new URL(address, baseUrl).href : undefined;
}

const FILE_URL = /\/content\/(?:images|media|files)\/[^"'\s)<,]+/g;

function missingIn({ posts }: GhostExport, { published }: OldFiles): string[] {
  const named = posts.flatMap((post) =>
    [...`${textOf(post, 'html')} ${textOf(post, 'feature_image')}`.matchAll(FILE_URL)].map(
      ([path]) => original(path, published),
    ),
  );
  return [...new Set(named)].filter((path) => !published.has(decodePath(path)));
}
