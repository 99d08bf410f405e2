import { FIXED_ADDRESSES, isReserved } from 'octavo/internal/addresses/engine-addresses';
import { isFilePath } from 'octavo/internal/addresses/path-key';
import { paths } from 'octavo/internal/addresses/urls';
import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { ImportedFile, ImportedSite, OldAddress } from '../imported-site.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { isSameDay } from '../old/time-zone.ts';
import { Authors } from './authors.ts';
import { contentFile } from './content-file.ts';
import { convertPages } from './convert-pages.ts';
import { toExistingLists } from './existing-lists.ts';
import { isExact, readHostRules, type HostRule } from './host-rules.ts';
import { languagesOf, withLanguages, type BlogLanguage } from './languages.ts';
import { Links, pathKey } from './links.ts';
import type { FeedPaths, OldBlog, OldLists } from './old-blog.ts';
import { OldProblems } from './old-problems.ts';
import { pageAddresses } from './page-addresses.ts';
import { inLanguage, placeBlog } from './place-blog.ts';
import type { Placed } from './placing.ts';
import { publicFiles } from './public-files.ts';
import { replyFiles } from './reply-files.ts';
import { below, belowLanguage, type SiteLanguage } from './site-language.ts';
import { withSharedFeeds, type LanguageLists } from './shared-feeds.ts';
import { translationKeys } from './translation-keys.ts';

/** Settings that the command line gives. */
export interface GivenSettings {
  title?: string | undefined;
  url?: string | undefined;
}

/** The environment of an import. */
export interface ImportOptions {
  /** Milliseconds since 1970. */
  now: number;
  /** The time zone of the machine, one of those that are tried. */
  machineZone: string;
  progress?: ((text: string) => void) | undefined;
  /** What shortcodes become, by their names: `inner`, `drop`, another's name, a template. */
  shortcodes?: ReadonlyMap<string, string> | undefined;
  /** Settings that hold before those of the old blog. */
  given?: GivenSettings | undefined;
}

/** Returns the new site for an old blog: content files, settings, and the target of each old URL. */
export function buildSite(
  old: OldBlog,
  { machineZone, progress, given = {} }: ImportOptions,
): ImportedSite {
  const blog = withGiven(old, given);
  const { files } = blog;
  const languages = languagesOf(blog);
  const {
    placed,
    pattern,
    timeZone,
    diagnostics: ofPlacing,
  } = placeBlog(blog, languages, machineZone);
  const posts = placed.filter(isPost);
  const authors = new Authors(
    blog.authors,
    posts.map(({ data }) => data.authors),
    blog.title ?? 'Author',
  );
  const located = locate({ blog, languages, placed, pattern, authors });
  const rules = readHostRules(blog.root, files.published.get('/_redirects'));
  const links = new Links({
    ...{ baseUrl: blog.baseUrl, placed, files, rules },
    addresses: knownAddresses(located.addresses, placed),
  });
  const settled = languages.map((language) => ({
    language,
    ...language.settings({
      ...{ permalink: pattern, timeZone, author: authors.id(authors.first) },
      placed: ofLanguage(placed, language),
      alsoAt: withoutFiles(located.alsoAt, files.published),
      rooted: (address) => links.inSettings(address, language),
      resolve: links.ofSettings(language),
    }),
  }));
  const languageOf = (one: Placed) => settled.find(({ language }) => language === one.language)!;
  const made = withLanguages(settled);
  const converted = convertPages(
    placed,
    {
      ...{ blog, links, timeZone, aliases: located.aliases },
      translationKeys: translationKeys(placed),
      languageOf: (one) => languageOf(one).settings.language ?? 'en',
      convert: (one, resolve) => languageOf(one).language.convert(one, resolve),
      url: made.url,
      authorIds: (names) => authorIds(names, authors),
      pinned: new Set(languages.flatMap((one) => pinned(inLanguage(posts, one)))),
    },
    (done) => progress?.(`Converted ${done} of ${placed.length} texts`),
  );
  const settings = withElsewhere(made, links.elsewhere);
  const { url } = settings;
  const { headingIds, bodies } = converted;
  const problems = new OldProblems({
    placed,
    links,
    headingIds,
    bodies,
    dropsHtml: blog.dropsHtml,
  });
  const replies = replyFiles(placed);
  const isTaken = (path: string) => isReserved(belowLanguage(languages, path), pattern);
  const ruled = ruledAddresses(rules, links, isTaken);
  const addresses = [...located.addresses, ...ruled].map((one) => keptWhereBuiltIn(one, languages));
  const published = publicFiles(blog, placed, addresses, { url, pattern, languages });
  return {
    from: blog.system,
    settings,
    files: [
      ...converted.files,
      ...replies.files,
      ...authorFiles(authors, languages),
      ...[...links.pictures.values()].map(({ path, copyOf }) => ({ path, content: { copyOf } })),
      ...published.files,
    ],
    addresses: blog.hasNoUrls ? [] : published.addresses,
    hadProblem: (problem) => problems.had(problem),
    redirectsFile: files.published.get('/_redirects'),
    diagnostics: [
      ...[...blog.diagnostics, ...ofPlacing, ...located.diagnostics, ...files.diagnostics],
      ...settled.flatMap((one) => one.diagnostics),
      ...[...converted.diagnostics, ...published.diagnostics],
      ...replies.diagnostics,
      ...dayDiagnostics(posts, timeZone, blog.system),
    ],
    counts: {
      posts: posts.length,
      drafts: placed.filter(({ data }) => data.draft).length,
      pages: placed.length - posts.length,
      authors: authors.byId().size,
      pictures: links.pictures.size,
      replies: replies.count,
    },
  };
}

function withElsewhere(made: SiteConfig, found: ReadonlySet<string>): SiteConfig {
  const elsewhere = [...new Set([...(made.elsewhere ?? []), ...found])];
  return elsewhere.length === 0 ? made : { ...made, elsewhere };
}

/** Returns an old URL, unchanged where it is that of a built-in page, which a redirect would replace. */
function keptWhereBuiltIn(address: OldAddress, languages: readonly SiteLanguage[]): OldAddress {
  const path = belowLanguage(languages, address.from);
  return BUILT_IN.has(path) || BUILT_IN.has(pathKey(path))
    ? { ...address, to: address.from, by: 'same' }
    : address;
}

/** Without that of all series, which not every blog has. */
const BUILT_IN = new Set(
  Object.values(FIXED_ADDRESSES).filter((path) => path !== FIXED_ADDRESSES.allSeries),
);

/** Returns the old URLs that the host redirected to pages of the blog: any host answers them now. */
function ruledAddresses(
  rules: readonly HostRule[],
  links: Links,
  isTaken: (path: string) => boolean,
): OldAddress[] {
  return rules.filter(isExact).flatMap(({ from }): OldAddress[] => {
    const to = links.address(from);
    if (to === undefined || isTaken(pathKey(from)) || pathKey(to) === pathKey(from)) return [];
    const isPage = !isFilePath(from) || from.endsWith('.html');
    return [{ from, to, kind: 'alias', by: isPage ? 'page' : 'rule' }];
  });
}

/** Returns a blog with the settings of the command line. */
function withGiven(blog: OldBlog, { title, url }: GivenSettings): OldBlog {
  const over = { ...(title !== undefined && { title }), ...(url !== undefined && { url }) };
  return {
    ...{ ...blog, title: title ?? blog.title, baseUrl: url ?? blog.baseUrl },
    settings(settled) {
      const made = blog.settings(settled);
      return { ...made, settings: { ...made.settings, ...over } };
    },
  };
}

/** Returns the posts and pages of a language at their URLs below its folder. */
function ofLanguage(placed: readonly Placed[], language: SiteLanguage): Placed[] {
  return inLanguage(placed, language).map((one) => {
    return { ...one, url: below(language.folder, one.url) };
  });
}

function isPost({ collection }: Placed): boolean {
  return collection === 'posts';
}

/** Returns the paths of feeds at which there is no file. */
function withoutFiles({ rss, atom }: FeedPaths, files: ReadonlyMap<string, string>): FeedPaths {
  const isFree = (path: string) => !files.has(path);
  return { rss: rss.filter(isFree), atom: atom.filter(isFree) };
}

interface LocateSources {
  blog: OldBlog;
  languages: readonly BlogLanguage[];
  placed: readonly Placed[];
  pattern: string;
  authors: Authors;
}

/** Returns the target of each URL of the old blog. */
function locate({ blog, languages, placed, pattern, authors }: LocateSources) {
  const urls = new Map([...authors.byId()].map(([id, name]) => [name, paths.author(id)]));
  const ofLanguages = languages.map((language) => {
    const own = ofLanguage(placed, language);
    const found = language.lists({
      ...{ placed: own, prefix: language.prefix },
      authorUrl: (name) => urls.get(name),
    });
    const toExisting = toExistingLists(own);
    return inSite({ ...found, addresses: found.addresses.map(toExisting) }, language);
  });
  const lists = withSharedFeeds(ofLanguages);
  const own = pageAddresses({
    ...{ placed, pattern, languages, files: blog.files.published.keys() },
    others: lists.flatMap(({ others }) => others),
  });
  return {
    ...{ aliases: own.aliases, alsoAt: lists[0]!.alsoAt },
    addresses: [...own.addresses, ...lists.flatMap(({ addresses }) => addresses)],
    diagnostics: [...own.diagnostics, ...lists.flatMap(({ diagnostics = [] }) => diagnostics)],
  };
}

/** Returns lists with targets from the root of the site. */
function inSite(lists: OldLists, language: SiteLanguage): LanguageLists {
  const { folder } = language;
  if (folder === '') return { ...lists, language };
  return {
    ...{ ...lists, language },
    others: lists.others.map((one) => ({ ...one, to: folder + one.to })),
    addresses: lists.addresses.map((address) => {
      if (address.to === undefined) return address;
      const to = folder + address.to;
      if (to === address.from && address.by === 'page') return { ...address, to, by: 'same' };
      return { ...address, to };
    }),
  };
}

/** Maps the key of each old and new URL to the new URL. */
function knownAddresses(
  addresses: ImportedSite['addresses'],
  placed: readonly Placed[],
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { from, to } of addresses)
    if (to !== undefined && !known.has(pathKey(from))) known.set(pathKey(from), to);
  for (const { oldUrl, url } of placed) known.set(pathKey(oldUrl), url).set(pathKey(url), url);
  return known;
}

/** Returns no ids for posts by the site's author alone. */
function authorIds(names: readonly string[], authors: Authors): string[] {
  const ids = [...new Set(names.map((name) => authors.id(name)))];
  return ids.length === 1 && ids[0] === authors.id(authors.first) ? [] : ids;
}

/** Returns a file for each author, and for the name of the site's author in other languages. */
function authorFiles(authors: Authors, languages: readonly BlogLanguage[]): ImportedFile[] {
  const own = [...authors.byId()].map(([id, name]) => ({ id, name, folder: '', suffix: '' }));
  const translated = languages.flatMap(({ author: name = authors.first, files }) =>
    name === authors.first ? [] : [{ id: authors.id(authors.first), name, ...files }],
  );
  return [...own, ...translated].map(({ id, name, folder, suffix }) => ({
    path: `src/content/authors/${folder}${id}${suffix}.md`,
    content: contentFile({ name }, ''),
  }));
}

/** Beyond this many, weights are an order of all posts, which only dates make here. */
const MOST_PINNED = 5;

function pinned(posts: readonly Placed[]): Placed[] {
  const weighted = posts.filter(({ data }) => data.weight !== 0);
  return weighted.length <= MOST_PINNED ? weighted : [];
}

/** A moment is of another day in another zone; permalinks with a date show it too. */
function dayDiagnostics(posts: readonly Placed[], zone: string, system: string): Diagnostic[] {
  const moved = posts.filter(({ data }) => data.date && !isSameDay(data.date, zone));
  return moved.map(({ page }) => ({
    ...{ file: page.file, line: page.source.lineOf('date'), severity: 'info' },
    message: `date: is another day in the time zone of the site, ${zone}, than in ${system}`,
  }));
}
