import type { OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { readOldFile } from '../old/old-file.ts';
import type { OldFiles } from '../old/old-files.ts';
import type { OldPage } from '../old/old-page.ts';
import { text, texts } from '../old/values.ts';
import { convertText } from '../shortcodes/convert-text.ts';
import { asMarkdown } from '../html/as-markdown.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldLanguage, OldLists, PlacedSite } from '../site/old-blog.ts';
import type { OldAddresses } from './addresses.ts';
import { readByBlackfriday } from './blackfriday.ts';
import { folderOf } from './cascade.ts';
import type { HugoConfig } from './config.ts';
import { oldFiles } from './files.ts';
import { headingAnchor } from './heading-anchor.ts';
import { headingRule } from './heading-rule.ts';
import { listAddresses } from './lists.ts';
import { idTypeOf, markupOf } from './markup.ts';
import { navigation } from './menus.ts';
import { otherOutputs } from './other-outputs.ts';
import { ownShortcodes } from './own-shortcodes.ts';
import { readData } from './post-data.ts';
import { readPages } from './read-pages.ts';
import { siteAuthors, siteSettings } from './settings.ts';
import type { SortedPages } from './sorting.ts';
import { scanShortcodes } from './text/scan-shortcodes.ts';
import { runTemplate } from './text/template.ts';
import { unreadPages } from './unread.ts';
import { hugoVersion } from './version.ts';

/** The content of a Hugo blog in one language, and its files. */
export interface HugoLanguage extends OldLanguage {
  files: OldFiles;
  /** The path of its sitemap, in a blog of several languages. */
  sitemap: string;
  /** True if the old site left raw HTML out of pages. */
  dropsHtml: boolean;
  diagnostics: Diagnostic[];
}

/** Reads a Hugo blog (its folder is an absolute path) in the language of a configuration. */
export function readLanguage(
  root: string,
  config: HugoConfig,
  { now, progress, shortcodes }: ImportOptions,
  mainSections?: readonly string[],
): HugoLanguage {
  const { content, pages, sorted, addresses } = readPages(root, config, mainSections, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const unread = unreadPages(content.unread, addresses, config, now);
  const entry = (page: OldPage): OldEntry => {
    const oldUrl = page.kind === 'page' ? addresses.page(page) : addresses.list(page);
    const aliases = aliasesOf(page, oldUrl, addresses);
    const translationKey = translationKeyOf(page, config);
    return { page, data: readData(page, config, now), oldUrl, translationKey, aliases };
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
  return {
    // A key in the settings has no underscore.
    code: config.languageKey.replaceAll('_', '-'),
    sitemap: `/${config.languageKey}/sitemap.xml`,
    ...{ name: config.languageName, prefix: config.prefix, posts },
    author: siteAuthors(config)[0],
    pages: sorted.pages.map(entry),
    listTexts: allLists(sorted, config).map(entry),
    mainFolders: sorted.mainSections,
    files: oldFiles(root, config, content, addresses, [...pages, ...content.unread]),
    dropsHtml: !around.markup.unsafe,
    diagnostics: [
      ...[...config.diagnostics, ...content.diagnostics, ...sorted.diagnostics],
      ...unread.diagnostics,
      ...blackfridayDiagnostics(blackfriday, config),
    ],
    lists: (site) => {
      const found = lists(site, sorted, addresses, config);
      return { ...found, addresses: [...found.addresses, ...unread.addresses] };
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
    convert: ({ page: { file, source } }, resolve) => {
      const { body, firstLine } = source;
      const context = { ...around, ...resolve, params: source.values };
      if (!/\.html?$/i.test(file))
        return convertText({ file, body, firstLine }, context, scanShortcodes);
      return convertText(
        // An indented shortcode would be an indented block of Markdown.
        { file, body: body.replace(/^[ \t]+(?=\{\{[<%])/gm, ''), firstLine },
        { ...context, markup: { ...markup, unsafe: true } },
        scanShortcodes,
        (placeholders) => [asMarkdown(placeholders)],
      );
    },
  };
}

/** Returns what a page and its translations have in common: `translationKey`, or the path of the file. */
function translationKeyOf(page: OldPage, { languages }: HugoConfig): string | undefined {
  if (languages.size === 1) return undefined;
  return text(page.source.values['translationkey']) ?? folderOf(page).toLowerCase();
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
  { placed, prefix, authorUrl }: PlacedSite,
  sorted: SortedPages,
  addresses: OldAddresses,
  config: HugoConfig,
): OldLists {
  const listPages = new Map(
    placed.filter(({ page }) => page.kind === 'section').map((one) => [one.oldUrl, one]),
  );
  const found = listAddresses({
    ...{ config, addresses, prefix, authorUrl },
    ...{ lists: sorted.lists, mainSections: sorted.mainSections },
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
  const formats = otherOutputs([...found.lists, ...pages], config, prefix);
  return {
    addresses: [...ofEngine, ...found.addresses, ...formats.addresses],
    diagnostics: formats.diagnostics,
    alsoAt: {
      rss: [...new Set([...found.alsoAt, ...formats.alsoAt.rss])],
      atom: formats.alsoAt.atom,
    },
    others: [
      ...sorted.lists
        .filter((page) => !listPages.has(addresses.list(page)))
        .map((page) => other(page, addresses.list(page))),
      ...(sorted.home ? [other(sorted.home, `${config.prefix}/`)] : []),
      ...engine,
    ],
  };
}

function blackfridayDiagnostics(reason: string | undefined, { file }: HugoConfig): Diagnostic[] {
  if (reason === undefined) return [];
  const message = `the texts are read as Blackfriday did, Hugo’s Markdown before 0.60, and raw HTML is kept: ${reason}`;
  return [{ file, line: 1, severity: 'warning', message }];
}
