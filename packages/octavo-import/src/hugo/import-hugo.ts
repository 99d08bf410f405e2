import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { dayOf } from 'octavo/internal/content/dates';
import { paths } from 'octavo/internal/addresses/urls';
import { contentFile } from '../site/content-file.ts';
import type { ImportedFile, ImportedSite, OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { OldAddresses } from './addresses.ts';
import { Authors } from '../site/authors.ts';
import { readByBlackfriday } from './blackfriday.ts';
import { cascaded } from './cascade.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { readContent, type OldContent, type OldPage } from './content.ts';
import { convertPages } from '../site/convert-pages.ts';
import { datedByName, dayInName } from './dated-by-name.ts';
import { readDate } from '../old/dates.ts';
import { oldFiles } from './files.ts';
import { Links, pathKey } from '../site/links.ts';
import { listAddresses } from './lists.ts';
import { navigation } from './menus.ts';
import { unknownTokens } from './permalinks.ts';
import { pageAddresses } from '../site/page-addresses.ts';
import { choosePattern } from '../site/pattern.ts';
import { Placing, type Placed } from '../site/placing.ts';
import { readData, type OldData } from './post-data.ts';
import { publicFiles } from '../site/public-files.ts';
import { siteAuthors, siteSettings } from './settings.ts';
import { sortPages, type SortedPages } from './sorting.ts';
import { chooseTimeZone, isSameDay } from '../old/time-zone.ts';

/** What an import is others, and whom it tells how far it is. */
export interface ImportOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** The time zone of the machine, one of those that are tried. */
  machineZone: string;
  progress?: ((text: string) => void) | undefined;
}

/** Returns the blog of the Hugo site in a folder (an absolute path) as Octavo has it. Writes nothing. */
export function importHugo(root: string, options: ImportOptions): ImportedSite {
  const { progress } = options;
  const config = readConfig(root);
  const content = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const pages = cascaded(content.pages, config.values['cascade']).map((page) =>
    datedByName(page, config),
  );
  const sorted = sortPages(pages, config);
  const addresses = new OldAddresses(config, pages);
  const placing = place(sorted, addresses, config, options);
  const { placed, pattern, timeZone } = placing;
  const authors = new Authors(
    siteAuthors(config),
    placed.filter(isPost).map(({ data }) => data.authors),
    config.title ?? 'Author',
  );
  const files = oldFiles(root, config, content, addresses, pages);
  const located = locate(sorted, placing, addresses, config, authors, files.published.keys());
  const known = new Map<string, string>();
  for (const { from, to } of located.addresses)
    if (to !== undefined && !known.has(pathKey(from))) known.set(pathKey(from), to);
  for (const { oldUrl, url } of placed) known.set(pathKey(oldUrl), url).set(pathKey(url), url);
  const links = new Links({ config, placed, addresses: known, files });
  const menu = navigation(
    config,
    placed.map((one) => ({ page: one.page, url: one.url, title: one.data.title })),
    (address) => links.rooted(address),
  );
  const { settings, diagnostics: others } = siteSettings({
    ...{ config, nav: menu.nav, permalink: pattern, timeZone },
    author: authors.id(authors.first),
    alsoAt: located.alsoAt.filter((path) => !files.published.has(path)),
    homeText: sorted.home && convertHome(sorted.home),
  });
  const newest = Math.max(...placed.map(({ data }) => data.date?.time ?? -Infinity));
  const blackfriday = readByBlackfriday(root, config, newest);
  const converted = convertPages(
    placed,
    {
      ...{ config, links, timeZone, aliases: located.aliases },
      language: settings.language ?? 'en',
      url: settings.url,
      authorIds: (names) => authorIds(names, authors),
      pinned: pinned(placed),
      ownShortcodes: ownShortcodes(root),
      isBlackfriday: blackfriday !== undefined,
    },
    (done) => progress?.(`Converted ${done} of ${placed.length} texts`),
  );
  const published = publicFiles(files, placed, located.addresses, {
    root,
    url: settings.url,
    pattern,
    config,
  });
  return {
    from: 'Hugo',
    settings,
    files: [
      ...converted.files,
      ...authorFiles(authors),
      ...[...links.pictures.values()].map(({ path, copyOf }) => ({ path, content: { copyOf } })),
      ...published.files,
    ],
    addresses: published.addresses,
    diagnostics: [
      ...[
        ...config.diagnostics,
        ...content.diagnostics,
        ...sorted.diagnostics,
        ...placing.diagnostics,
        ...located.diagnostics,
      ],
      ...[
        ...files.diagnostics,
        ...menu.diagnostics,
        ...others,
        ...converted.diagnostics,
        ...published.diagnostics,
      ],
      ...languageDiagnostics(content, config),
      ...tokenDiagnostics(config),
      ...dayDiagnostics(placed, timeZone),
      ...blackfridayDiagnostics(blackfriday, config),
    ],
    counts: {
      posts: placed.filter(isPost).length,
      drafts: placed.filter(({ data }) => data.draft).length,
      pages: placed.filter((one) => !isPost(one)).length,
      authors: authors.byId().size,
      pictures: links.pictures.size,
    },
  };
}

function isPost({ collection }: Placed): boolean {
  return collection === 'posts';
}

interface PlacedSite {
  placed: Placed[];
  pattern: string;
  timeZone: string;
  diagnostics: Diagnostic[];
}

function place(
  sorted: SortedPages,
  addresses: OldAddresses,
  config: HugoConfig,
  { now, machineZone }: ImportOptions,
): PlacedSite {
  const read = sorted.posts.map((page) => ({
    page,
    data: dated(readData(page, config, now), page),
  }));
  const timeZone = chooseTimeZone(
    read.map(({ data }) => data.date),
    config.timeZone,
    machineZone,
  );
  const posts = read.map(({ page, data }) => ({
    ...{ page, data, oldUrl: addresses.page(page) },
    day: data.date.written.includes(':') ? dayOf(data.date.time, timeZone) : data.date.written,
  }));
  // A file is nearest to the folder of its name: /x.html to /x/.
  const pattern = choosePattern(
    posts.map(({ oldUrl, day }) => ({ oldUrl: oldUrl.replace(/\.html?$/, '/'), day })),
  );
  const placing = new Placing(pattern, sorted.mainSections);
  for (const post of posts) placing.post(post);
  for (const page of sorted.pages)
    placing.page({
      page,
      data: readData(page, config, now),
      oldUrl: addresses.page(page),
      day: '',
    });
  for (const page of sorted.lists.filter(({ source }) => source.body.trim() !== '')) {
    const oldUrl = addresses.list(page);
    if (!placing.isTaken(oldUrl))
      placing.page({ page, data: readData(page, config, now), oldUrl, day: '' });
    else {
      const message = 'text above a list skipped: lists have none';
      placing.diagnostics.push({
        file: page.file,
        line: page.source.firstLine,
        severity: 'warning',
        message,
      });
    }
  }
  return { placed: placing.placed, pattern, timeZone, diagnostics: placing.diagnostics };
}

/** A post has a date; what says none stands last, as it did in Hugo. */
function dated(data: OldData, page: OldPage): OldData & { date: NonNullable<OldData['date']> } {
  if (data.date) return { ...data, date: data.date };
  const named = dayInName(page.name);
  const written = named ?? '1970-01-01';
  const date = readDate(written, 'UTC') ?? readDate('1970-01-01', 'UTC')!;
  const why =
    named === undefined ? 'nothing says when it was published' : 'the name of the file says it';
  const message = `date: missing; set to ${date.written}, since ${why}`;
  const note: Diagnostic = {
    file: page.file,
    line: page.source.lineOf('date'),
    severity: 'warning',
    message,
  };
  return { ...data, date, diagnostics: [...data.diagnostics, note] };
}

/** Where everything was, and what answers there. */
function locate(
  sorted: SortedPages,
  { placed, pattern }: PlacedSite,
  addresses: OldAddresses,
  config: HugoConfig,
  authors: Authors,
  files: Iterable<string>,
) {
  const published = placed.filter(({ data }) => data.isPublished);
  const listPages = new Map(
    placed.filter(({ page }) => page.kind === 'section').map(({ oldUrl, url }) => [oldUrl, url]),
  );
  const names = new Map([...authors.byId()].map(([id, name]) => [name, paths.author(id)]));
  const lists = listAddresses({
    ...{ config, addresses, lists: sorted.lists, mainSections: sorted.mainSections },
    published: published.filter(({ page }) => page.kind === 'page'),
    authorUrl: (name) => names.get(name),
    listPage: (oldUrl) => listPages.get(oldUrl),
  });
  const toOf = new Map(lists.addresses.map(({ from, to }) => [from, to ?? '/']));
  const others = [
    ...sorted.lists
      .filter((page) => !listPages.has(addresses.list(page)))
      .map((page) => ({ page, from: addresses.list(page) })),
    ...(sorted.home ? [{ page: sorted.home, from: `${config.prefix}/` }] : []),
  ].map(({ page, from }) => ({ page, from, to: toOf.get(from) ?? '/' }));
  const engine = sorted.engine.map(({ page, to }) => ({ page, from: addresses.page(page), to }));
  const own = pageAddresses({ placed, others: [...others, ...engine], addresses, pattern, files });
  const ofEngine = engine.map(({ from, to }): OldAddress => ({
    from,
    to,
    kind: 'page',
    by: from === to ? 'same' : 'page',
  }));
  return {
    ...own,
    addresses: [...own.addresses, ...ofEngine, ...lists.addresses],
    alsoAt: lists.alsoAt,
  };
}

function convertHome(home: OldPage): string | undefined {
  const text = home.source.body.trim();
  return text === '' ? undefined : text;
}

/** Posts by the site's author alone name nobody. */
function authorIds(names: readonly string[], authors: Authors): string[] {
  const ids = [...new Set(names.map((name) => authors.id(name)))];
  return ids.length === 1 && ids[0] === authors.id(authors.first) ? [] : ids;
}

function authorFiles(authors: Authors): ImportedFile[] {
  return [...authors.byId()].map(([id, name]) => ({
    path: `src/content/authors/${id}.md`,
    content: contentFile({ name }, ''),
  }));
}

/** Beyond this many, weights are an order of all posts, which only dates make here. */
const MOST_PINNED = 5;

function pinned(placed: readonly Placed[]): Set<Placed> {
  const weighted = placed.filter((one) => isPost(one) && one.data.weight !== 0);
  return new Set(weighted.length <= MOST_PINNED ? weighted : []);
}

function ownShortcodes(root: string): Set<string> {
  const names = globSync('layouts/{shortcodes,_shortcodes}/**/*.*', { cwd: root });
  return new Set(names.map((name) => basename(name).replace(/\..*$/, '')));
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

/** A moment is of another day in another zone; permalinks with a date show it too. */
function dayDiagnostics(placed: readonly Placed[], zone: string): Diagnostic[] {
  const others = placed.filter(
    (one) => isPost(one) && one.data.date && !isSameDay(one.data.date, zone),
  );
  return others.map(({ page }) => ({
    ...{ file: page.file, line: page.source.lineOf('date'), severity: 'info' },
    message: `date: is another day in the time zone of the site, ${zone}, than in Hugo`,
  }));
}

function languageDiagnostics({ otherLanguages }: OldContent, { file }: HugoConfig): Diagnostic[] {
  return [...otherLanguages].map(([language, count]) => ({
    ...{ file, line: 1, severity: 'warning' },
    message: `skipped texts in ${language} (${count}): a blog is in one language`,
  }));
}
