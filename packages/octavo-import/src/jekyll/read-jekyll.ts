import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { momentsIn } from '../old/moments.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { publishedAsTheyAre, type OldFiles } from '../old/old-files.ts';
import type { OldPage } from '../old/old-page.ts';
import { joinPath, withSlash } from '../old/paths.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { map, text, texts } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import { feedAddresses } from '../site/feed-addresses.ts';
import { pathKey } from '../site/links.ts';
import type { OldBlog, OldLists, PlacedSite } from '../site/old-blog.ts';
import { readConfig, type JekyllConfig } from './config.ts';
import { readContent, type JekyllContent, type JekyllPage } from './content.ts';
import { convertPage, type PageSources } from './convert-page.ts';
import { readDataFiles } from './data-files.ts';
import { feedIdOf, feedsOf } from './feeds.ts';
import { liquidSite, pageScope, type Located } from './liquid-site.ts';
import { createEngine } from './liquid-engine.ts';
import { evaluateLiquid } from '../liquid/expand.ts';
import { withoutLists } from './home-text.ts';
import { pluginLists } from './lists.ts';
import { hasMathEverywhere } from './markup.ts';
import { idOf, tagsOf, urlOf } from './permalinks.ts';
import { dateOf, readData, siteAuthors } from './post-data.ts';
import { redirectsFrom, redirectsTo } from './redirects.ts';
import { siteSettings } from './settings.ts';
import { staticmanReplies } from './staticman.ts';
import { sortPages, type SortedPages } from './sorting.ts';

/** Reads the Jekyll blog in a folder (an absolute path). */
export function readJekyll(root: string, { now, progress }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const content = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const data = readDataFiles(root, config);
  const people = { ...map(data, 'people'), ...map(data, 'authors') };
  const momentOf = momentsIn(config.timeZone);
  const { zone } = momentOf;
  const located = content.pages.map((page): Located => {
    const date = dateOf(page, zone);
    const url = urlOf(page, momentOf(date), config);
    return { page, url, id: idOf(page, url), time: date?.time };
  });
  const locatedOf = new Map<OldPage, Located>(located.map((one) => [one.page, one]));
  const oldUrlOf = (page: JekyllPage) => locatedOf.get(page)!.url;
  const site = liquidSite(root, config, data, located, now);
  const engine = createEngine(site);
  const dataOf = (page: JekyllPage) =>
    readData(page, {
      ...{ zone, people, now, isFuturePublished: config.future },
      language: config.language,
      evaluate: (written) =>
        evaluateLiquid(written, { engine, site, page: pageScope(locatedOf.get(page)!) }),
    });
  const sorted = sortPages(content.pages, config, oldUrlOf);
  const feedId = feedIdOf(config, sorted.feeds, site, (template, post) =>
    evaluateLiquid(template.replaceAll(/\bpost\b/g, 'page'), { engine, site, page: post }),
  );
  const redirects = redirectsTo(sorted);
  const entry = (page: JekyllPage): OldEntry => {
    const one = locatedOf.get(page)!;
    return {
      ...{ page, data: dataOf(page), oldUrl: withSlash(one.url) },
      aliases: redirectsFrom(page),
      replies: staticmanReplies(data, page.name, zone),
      feedId: page.type === 'posts' ? feedId?.(one) : undefined,
    };
  };
  const pageSources: PageSources = {
    ...{ config, engine, site, hasMath: hasMathEverywhere(root, config) },
    scopeOf: (page) => pageScope(locatedOf.get(page)!),
    urlOfFile: (path) => site.fileUrl(path),
  };
  const listed = sorted.posts
    .filter((page) => dataOf(page).isPublished)
    .map((page) => ({ page, day: momentOf(dateOf(page, zone)).slice(0, 10) }));
  const isMoved = (page: JekyllPage) => redirects.some((one) => one.page === page);
  return {
    ...{ system: 'Jekyll', root },
    title: config.title,
    baseUrl: config.baseUrl,
    timeZone: zone,
    authors: siteAuthors(config, people),
    posts: sorted.posts.filter((page) => !isMoved(page)).map(entry),
    pages: sorted.pages.filter((page) => !isMoved(page)).map(entry),
    listTexts: [],
    dropsHtml: false,
    mainFolders: [],
    files: staticFiles(root, content, config),
    listsDescriptions: listsDescriptions(root, config),
    sitemaps: hasSitemap(sorted, config) ? ['/sitemap.xml'] : [],
    diagnostics: [
      ...[...config.diagnostics, ...content.diagnostics],
      ...unread(content, sorted, config),
    ],
    lists: (placedSite) =>
      lists(placedSite, { sorted, config, redirects, listed, urlOf: oldUrlOf }),
    settings: ({ resolve, ...settled }) => {
      const { home } = sorted;
      const text = home && withoutLists(home);
      const intro = text
        ? convertPage(text, resolve, { ...pageSources, scopeOf: () => pageSources.scopeOf(home) })
        : { text: '', diagnostics: [] };
      const made = siteSettings({
        ...{ ...settled, config, data, resolve },
        intro: intro.text.trim() || undefined,
      });
      return { ...made, diagnostics: [...intro.diagnostics, ...made.diagnostics] };
    },
    convert: ({ page }, resolve) => convertPage(locatedOf.get(page)!.page, resolve, pageSources),
  };
}

/** True if the theme shows the descriptions of posts in lists: Chirpy, or a template that names them. */
function listsDescriptions(root: string, { plugins, source }: JekyllConfig): boolean {
  if (plugins.has('jekyll-theme-chirpy')) return true;
  const folder = join(root, source);
  return globSync('{_layouts,_includes,_pages}/**/*.{html,liquid,md}', { cwd: folder }).some(
    (path) => /\bpost\.(?:description|subtitle)\b/.test(readFileSync(join(folder, path), 'utf8')),
  );
}

function staticFiles(root: string, { statics }: JekyllContent, config: JekyllConfig): OldFiles {
  const published = new Map<string, string>();
  for (const { path, collection } of statics) {
    if (collection !== undefined && config.collections.get(collection)?.output !== true) continue;
    if (IGNORED.test(path)) continue;
    const url = collection === undefined ? path : path.replace(/^(?:.*\/)?_/, '');
    published.set(joinPath('/', url), join(root, config.source, path));
  }
  return publishedAsTheyAre(published);
}

/** Files of the tools that a blog is made with. */
const IGNORED =
  /(?:^|\/)(?:\.|Thumbs\.db)|^(?:CNAME|Rakefile|Gruntfile\.js|gulpfile\.js|package(?:-lock)?\.json|yarn\.lock|Dockerfile|docker-compose[\w.-]*|LICENSE[\w.]*|README[\w.]*|CONTRIBUTING[\w.-]*|CHANGELOG[\w.]*|[^/]*\.gemspec)$/i;

function hasSitemap({ sitemaps }: SortedPages, { plugins }: JekyllConfig): boolean {
  return plugins.has('jekyll-sitemap') || sitemaps.length > 0;
}

interface ListSources {
  sorted: SortedPages;
  config: JekyllConfig;
  redirects: ReturnType<typeof redirectsTo>;
  /** The published posts. */
  listed: { page: JekyllPage; day: string }[];
  urlOf: (page: JekyllPage) => string;
}

/** Returns the target of each list, feed and page that Octavo makes itself. */
function lists(
  { placed }: PlacedSite,
  { sorted, config, redirects, listed, urlOf: oldUrl }: ListSources,
): OldLists {
  const tags = [...new Set(listed.flatMap(({ page }) => tagsOf(page)))];
  const own = sorted.feeds.map((page) => ({ page, url: oldUrl(page) }));
  const feeds = feedAddresses(feedsOf(config, own, tags));
  const targets = new Map(placed.map((one) => [pathKey(one.oldUrl), one.url]));
  const engine = sorted.engine.map(({ page, to }) => ({ page, from: withSlash(oldUrl(page)), to }));
  const moved = redirects.flatMap(({ page, to }) => {
    const target = targets.get(pathKey(to));
    return target === undefined ? [] : [{ page, from: withSlash(oldUrl(page)), to: target }];
  });
  const others = [...engine, ...moved];
  const shown = placed.filter(
    ({ collection, data }) => collection === 'posts' && data.isPublished && !data.unlisted,
  );
  return {
    addresses: [
      { from: '/', to: '/', kind: 'list', by: 'same' },
      ...others.map(({ from, to }): OldAddress => ({
        ...{ from, to, kind: 'page', by: from === to ? 'same' : 'page' },
      })),
      ...pluginLists(config, listed, shown.length),
      ...feeds.addresses,
      ...(config.plugins.has('jekyll-sitemap') ? [ROBOTS] : []),
    ],
    alsoAt: feeds.alsoAt,
    others: others.map((one) => ({ ...one, aliases: redirectsFrom(one.page) })),
  };
}

const ROBOTS: OldAddress = { from: '/robots.txt', to: '/robots.txt', kind: 'file', by: 'same' };

/** Front matter keys that are read, or whose loss is not reported. */
const READ_KEYS = new Set(
  'title date categories category tags tag permalink published slug excerpt summary description subtitle series author authors image cover header header-img cover-img thumbnail thumbnail-img img image_alt media_subpath img_path canonical_url canonical toc pin pinned sticky sitemap hidden redirect_from redirect_to last_modified_at last-modified-at updated modified lastmod layout math mathjax use_math katex usemathjax latex enable_math render_with_liquid nav nav_order order icon menu excerpt_separator'.split(
    ' ',
  ),
);

/** Reports what is not carried over. */
function unread({ pages }: JekyllContent, sorted: SortedPages, config: JekyllConfig): Diagnostic[] {
  const info = (message: string): Diagnostic => ({
    ...{ file: config.file, line: 1, severity: 'info', message },
  });
  const hidden = [...config.collections].filter(([, { output }]) => !output).map(([name]) => name);
  const templates = sorted.others.map(({ path }) => path);
  const external = pages.filter(({ source }) => texts(source.values['redirect_to']).length > 0);
  return [
    ...skippedKeys([...sorted.posts, ...sorted.pages], READ_KEYS, config.file),
    ...(hidden.length > 0 ? [info(`collections without pages skipped: ${hidden.join(', ')}`)] : []),
    ...(templates.length > 0
      ? [info(`templates of style sheets, scripts and data skipped: ${templates.join(', ')}`)]
      : []),
    ...external.map((page): Diagnostic => ({
      ...{ file: page.file, line: page.source.lineOf('redirect_to'), severity: 'info' },
      message: `redirect_to: the page redirects to ${text(texts(page.source.values['redirect_to'])[0])}`,
    })),
  ];
}
