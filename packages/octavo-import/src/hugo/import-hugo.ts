import type { Diagnostic } from '../diagnostic.ts';
import { ImportError } from '../import-error.ts';
import type { ImportedSite, OldAddress } from '../imported-site.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { readOldFile } from '../old/old-file.ts';
import type { OldPage } from '../old/old-page.ts';
import { texts } from '../old/values.ts';
import { buildSite, type ImportOptions } from '../site/build-site.ts';
import { convertText } from '../shortcodes/convert-text.ts';
import type { OldBlog, OldLists, PlacedSite } from '../site/old-blog.ts';
import type { OldAddresses } from './addresses.ts';
import { readByBlackfriday } from './blackfriday.ts';
import { folderOf } from './cascade.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { oldFiles } from './files.ts';
import { headingAnchor } from './heading-anchor.ts';
import { headingRule } from './heading-rule.ts';
import { listAddresses } from './lists.ts';
import { idTypeOf, markupOf } from './markup.ts';
import { navigation } from './menus.ts';
import { otherLanguages } from './other-languages.ts';
import { otherOutputs } from './other-outputs.ts';
import { ownShortcodes } from './own-shortcodes.ts';
import { readPages } from './read-pages.ts';
import { unknownTokens } from './permalinks.ts';
import { readData } from './post-data.ts';
import { siteAuthors, siteSettings } from './settings.ts';
import type { SortedPages } from './sorting.ts';
import { scanShortcodes } from './text/scan-shortcodes.ts';
import { runTemplate } from './text/template.ts';
import { unreadPages } from './unread.ts';
import { hugoVersion } from './version.ts';

/** Returns the new site for the Hugo blog in a folder (an absolute path). @internal For tests. */
export function importHugo(root: string, options: ImportOptions): ImportedSite {
  return buildSite(readHugo(root, options), options);
}

/** Reads the Hugo blog in a folder (an absolute path). */
export function readHugo(root: string, { now, progress, shortcodes }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const unreadable = config.diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable)
    throw new ImportError(
      `${unreadable.file}:${unreadable.line}: ${unreadable.message}; nothing was written`,
    );
  const { content, pages, sorted, addresses } = readPages(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const others = otherLanguages(root, config, now);
  const unread = unreadPages(content.unread, addresses, config, now);
  const entry = (page: OldPage): OldEntry => {
    const oldUrl = page.kind === 'page' ? addresses.page(page) : addresses.list(page);
    const aliases = aliasesOf(page, oldUrl, addresses);
    return { page, data: readData(page, config, now), oldUrl, aliases };
  };
  const posts = sorted.posts.map(entry);
  const newest = Math.max(...posts.map(({ data }) => data.date?.time ?? -Infinity));
  const version = hugoVersion(root);
  const blackfriday = readByBlackfriday(version, config, newest);
  const idType = idTypeOf(config, blackfriday !== undefined);
  const markup = markupOf(config, blackfriday !== undefined);
  const anchorOf = (line: string) => headingAnchor(line, idType);
  const bodies = pages.map(({ source }) => source.body);
  const around = {
    ...{ markup, anchorOf },
    headingIdsFrom:
      blackfriday === undefined
        ? headingRule(version, config, bodies, { markup, anchorOf })
        : ('source' as const),
    siteParams: config.params,
    ownShortcodes: ownShortcodes(root, config),
    mappedShortcodes: shortcodes ?? new Map<string, string>(),
    runTemplate,
  };
  const files = oldFiles(root, config, content, addresses, [...pages, ...content.unread]);
  for (const [path, file] of others.files) files.published.set(path, file);
  return {
    ...{ system: 'Hugo', root, posts },
    title: config.title,
    baseUrl: config.baseUrl,
    timeZone: config.timeZone,
    authors: siteAuthors(config),
    pages: sorted.pages.map(entry),
    listTexts: allLists(sorted, config).map(entry),
    mainFolders: sorted.mainSections,
    files,
    listsDescriptions: false,
    dropsHtml: !around.markup.unsafe,
    sitemaps: sitemaps(config),
    diagnostics: [
      ...[...config.diagnostics, ...content.diagnostics, ...sorted.diagnostics],
      ...[...others.diagnostics, ...unread.diagnostics],
      ...tokenDiagnostics(config),
      ...blackfridayDiagnostics(blackfriday, config),
    ],
    lists: (site) => {
      const found = lists(site, sorted, addresses, config);
      return {
        ...found,
        addresses: [...found.addresses, ...unread.addresses, ...others.addresses],
      };
    },
    settings: ({ placed, rooted, resolve, ...site }) => {
      const menu = navigation(
        config,
        placed.map(({ page, url, data }) => ({ page, url, title: data.title })),
        rooted,
      );
      const { home } = sorted;
      const { settings, diagnostics } = siteSettings({
        ...{ ...site, config, nav: menu.nav },
        home: home && { file: home.file, body: home.source.body, firstLine: home.source.firstLine },
        convert: (source) =>
          convertText(
            source,
            { ...around, ...resolve, params: home?.source.values ?? {} },
            scanShortcodes,
          ),
      });
      return { settings, diagnostics: [...menu.diagnostics, ...diagnostics] };
    },
    convert: ({ page: { file, source } }, resolve) =>
      convertText(
        { file, body: source.body, firstLine: source.firstLine },
        { ...around, ...resolve, params: source.values },
        scanShortcodes,
      ),
  };
}

/** Returns the lists of folders, also those without an `_index.md`, and lists of terms with a text. */
function allLists({ lists, posts }: SortedPages, { taxonomies }: HugoConfig): OldPage[] {
  const plurals = new Set(taxonomies.values());
  const isOfTerms = ({ folders, name }: OldPage) => plurals.has(folders[0] ?? name);
  const written = lists.filter((page) => !isOfTerms(page) || page.source.body.trim() !== '');
  const known = new Set(lists.map(folderOf));
  const folders = new Set(posts.flatMap(({ folders: [first] }) => first ?? []));
  const implied = [...folders].filter((name) => !known.has(name));
  return [...written, ...implied.map(impliedList)];
}

/** A first folder without an `_index.md`, whose list Hugo makes all the same. */
function impliedList(name: string): OldPage {
  const file = `content/${name}`;
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  const source = { ...readOldFile(file, ''), values: { title } };
  const none = { folders: [], isBundle: false, resources: [] };
  return { file, kind: 'section', ...none, name, folder: file, source };
}

function aliasesOf(page: OldPage, oldUrl: string, addresses: OldAddresses): string[] {
  return texts(page.source.values['aliases'])
    .filter((one) => !/^https?:/.test(one))
    .map((one) => addresses.alias(one, oldUrl));
}

/** Returns the target of each list, feed and page that Octavo makes itself. */
function lists(
  { placed, authorUrl }: PlacedSite,
  sorted: SortedPages,
  addresses: OldAddresses,
  config: HugoConfig,
): OldLists {
  const listPages = new Map(
    placed.filter(({ page }) => page.kind === 'section').map((one) => [one.oldUrl, one]),
  );
  const found = listAddresses({
    ...{ config, addresses, lists: sorted.lists, mainSections: sorted.mainSections, authorUrl },
    published: placed.filter(({ page, data }) => data.isPublished && page.kind === 'page'),
    listPage: (oldUrl) => listPages.get(oldUrl)?.url,
    listsPosts: (oldUrl) => listPages.get(oldUrl)?.section !== undefined,
  });
  const toOf = new Map(found.addresses.map(({ from, to }) => [from, to ?? '/']));
  const other = (page: OldPage, from: string, to = toOf.get(from) ?? '/') => ({
    ...{ page, from, to, aliases: aliasesOf(page, from, addresses) },
  });
  const engine = sorted.engine.map(({ page, to }) => other(page, addresses.page(page), to));
  const ofEngine = engine.map(({ from, to }): OldAddress => ({
    ...{ from, to, kind: 'page', by: from === to ? 'same' : 'page' },
  }));
  const pages = placed
    .filter(({ page, data }) => data.isPublished && page.kind === 'page')
    .map(({ page, oldUrl, url }) => {
      return { kind: 'page', from: oldUrl, to: url, own: page.source.values['outputs'] };
    });
  const formats = otherOutputs([...found.lists, ...pages], config);
  return {
    addresses: [...ofEngine, ...found.addresses, ...formats.addresses],
    diagnostics: formats.diagnostics,
    alsoAt: { rss: found.alsoAt, atom: [] },
    others: [
      ...sorted.lists
        .filter((page) => !listPages.has(addresses.list(page)))
        .map((page) => other(page, addresses.list(page))),
      ...(sorted.home ? [other(sorted.home, `${config.prefix}/`)] : []),
      ...engine,
    ],
  };
}

/** Returns the paths of Hugo's sitemaps: one, or one for each language and one of them all. */
function sitemaps({ languages, prefix }: HugoConfig): string[] {
  const isOne = languages.size === 1 && prefix === '';
  const each = [...languages].map((language) => `/${language}/sitemap.xml`);
  return ['/sitemap.xml', ...(isOne ? [] : each)];
}

function blackfridayDiagnostics(reason: string | undefined, { file }: HugoConfig): Diagnostic[] {
  if (reason === undefined) return [];
  const message = `the texts are read as Blackfriday did, Hugo’s Markdown before 0.60, and raw HTML is kept: ${reason}`;
  return [{ file, line: 1, severity: 'warning', message }];
}

function tokenDiagnostics({ permalinks, file }: HugoConfig): Diagnostic[] {
  const unknown = [...permalinks.page.values()].flatMap(unknownTokens);
  return [...new Set(unknown)].map((token) => ({
    ...{ file, line: 1, severity: 'warning' },
    message: `permalinks: unknown token ${token}; kept as written`,
  }));
}
