import { dayOf } from 'octavo/internal/content/dates';
import { FIXED_ADDRESSES, isReserved } from 'octavo/internal/addresses/engine-addresses';
import { paths } from 'octavo/internal/addresses/urls';
import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import type { ImportedFile, ImportedSite, OldAddress } from '../imported-site.ts';
import { readDate, type OldDate } from '../old/dates.ts';
import { dayInName } from '../old/day-in-name.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { chooseTimeZone, isSameDay } from '../old/time-zone.ts';
import { Authors } from './authors.ts';
import { contentFile } from './content-file.ts';
import { convertPages } from './convert-pages.ts';
import { toExistingLists } from './existing-lists.ts';
import { isExact, readHostRules, type HostRule } from './host-rules.ts';
import { Links, pathKey } from './links.ts';
import type { FeedPaths, OldBlog } from './old-blog.ts';
import { OldProblems } from './old-problems.ts';
import { pageAddresses } from './page-addresses.ts';
import { choosePattern } from './pattern.ts';
import { Placing, type Placed } from './placing.ts';
import { listedPosts, sectionFolder } from './section-folder.ts';
import { publicFiles } from './public-files.ts';
import { replyFiles } from './reply-files.ts';

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
  const { placed, pattern, timeZone, diagnostics: ofPlacing } = place(blog, machineZone);
  const posts = placed.filter(isPost);
  const authors = new Authors(
    blog.authors,
    posts.map(({ data }) => data.authors),
    blog.title ?? 'Author',
  );
  const located = locate(blog, placed, pattern, authors);
  const rules = readHostRules(blog.root, files.published.get('/_redirects'));
  const links = new Links({
    ...{ baseUrl: blog.baseUrl, placed, files, rules },
    addresses: knownAddresses(located.addresses, placed),
  });
  const { settings: made, diagnostics: ofSettings } = blog.settings({
    ...{ placed, permalink: pattern, timeZone, author: authors.id(authors.first) },
    alsoAt: withoutFiles(located.alsoAt, files.published),
    rooted: (address) => links.rooted(address),
    resolve: links.ofSettings(),
  });
  const converted = convertPages(
    placed,
    {
      ...{ blog, links, timeZone, aliases: located.aliases },
      language: made.language ?? 'en',
      url: made.url,
      authorIds: (names) => authorIds(names, authors),
      pinned: pinned(posts),
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
  const ruled = ruledAddresses(rules, links, pattern);
  const addresses = [...located.addresses, ...ruled].map(keptWhereBuiltIn);
  const published = publicFiles(blog, placed, addresses, { url, pattern });
  return {
    from: blog.system,
    settings,
    files: [
      ...converted.files,
      ...replies.files,
      ...authorFiles(authors),
      ...[...links.pictures.values()].map(({ path, copyOf }) => ({ path, content: { copyOf } })),
      ...published.files,
    ],
    addresses: blog.hasNoUrls ? [] : published.addresses,
    hadProblem: (problem) => problems.had(problem),
    redirectsFile: files.published.get('/_redirects'),
    diagnostics: [
      ...[...blog.diagnostics, ...ofPlacing, ...located.diagnostics, ...files.diagnostics],
      ...[...ofSettings, ...converted.diagnostics, ...published.diagnostics],
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
function keptWhereBuiltIn(address: OldAddress): OldAddress {
  const { from } = address;
  return BUILT_IN.has(from) || BUILT_IN.has(pathKey(from))
    ? { ...address, to: from, by: 'same' }
    : address;
}

/** Without that of all series, which not every blog has. */
const BUILT_IN = new Set(
  Object.values(FIXED_ADDRESSES).filter((path) => path !== FIXED_ADDRESSES.allSeries),
);

/** Returns the old URLs that the host redirected to pages of the blog: any host answers them now. */
function ruledAddresses(rules: readonly HostRule[], links: Links, pattern: string): OldAddress[] {
  return rules.filter(isExact).flatMap(({ from }): OldAddress[] => {
    const to = links.address(from);
    if (to === undefined || isReserved(pathKey(from), pattern) || pathKey(to) === pathKey(from))
      return [];
    const isPage = !/\.\w+$/.test(from) || from.endsWith('.html');
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

function isPost({ collection }: Placed): boolean {
  return collection === 'posts';
}

/** Gives each post and page a file and a URL. */
function place(blog: OldBlog, machineZone: string) {
  const dated = blog.posts.map(withDate);
  const timeZone = chooseTimeZone(
    dated.map(({ date }) => date),
    blog.timeZone,
    machineZone,
  );
  const posts = dated.map(({ date, ...post }) => ({
    ...post,
    day: date.written.includes(':') ? dayOf(date.time, timeZone) : date.written,
  }));
  const pattern = choosePattern(posts);
  const placing = new Placing(pattern, blog.mainFolders);
  for (const post of posts) placing.post(post);
  for (const page of blog.pages) placing.page({ ...page, day: '' });
  for (const entry of blog.listTexts) {
    const { page, oldUrl } = entry;
    const hasText = page.source.body.trim() !== '';
    const section = sectionOf(page, placing.placed);
    if (!hasText && section === undefined) continue;
    if (!placing.isTaken(oldUrl)) placing.page({ ...entry, day: '', section });
    else if (hasText)
      placing.diagnostics.push({
        ...{ file: page.file, line: page.source.firstLine, severity: 'warning' },
        message: 'text above a list skipped: lists have none',
      });
  }
  return { placed: placing.placed, pattern, timeZone, diagnostics: placing.diagnostics };
}

/** Returns the folder of posts that a list shows; none where the index shows the same. */
function sectionOf({ folders, name }: OldEntry['page'], placed: readonly Placed[]) {
  const slug = sectionFolder([...folders, name].join('/'), placed);
  const isInside = ({ path }: Placed) => path.startsWith(`src/content/posts/${slug}/`);
  return listedPosts(placed).every(isInside) ? undefined : slug;
}

/** Returns a post with a date: posts without one come last, as they did in the old blog. */
function withDate(post: OldEntry): OldEntry & { date: OldDate } {
  const { page, data } = post;
  if (data.date) return { ...post, date: data.date };
  const named = dayInName(page.name);
  const written = named ?? '1970-01-01';
  const date = readDate(written, 'UTC') ?? readDate('1970-01-01', 'UTC')!;
  const why =
    named === undefined ? 'nothing says when it was published' : 'the name of the file says it';
  const note: Diagnostic = {
    ...{ file: page.file, line: page.source.lineOf('date'), severity: 'warning' },
    message: `date: missing; set to ${date.written}, since ${why}`,
  };
  const diagnostics = [...data.diagnostics, note];
  return { ...post, date, data: { ...data, date, diagnostics } };
}

/** Returns the paths of feeds at which there is no file. */
function withoutFiles({ rss, atom }: FeedPaths, files: ReadonlyMap<string, string>): FeedPaths {
  const isFree = (path: string) => !files.has(path);
  return { rss: rss.filter(isFree), atom: atom.filter(isFree) };
}

/** Returns the target of each URL of the old blog. */
function locate(blog: OldBlog, placed: readonly Placed[], pattern: string, authors: Authors) {
  const urls = new Map([...authors.byId()].map(([id, name]) => [name, paths.author(id)]));
  const lists = blog.lists({ placed, authorUrl: (name) => urls.get(name) });
  const files = blog.files.published.keys();
  const own = pageAddresses({ placed, others: lists.others, pattern, files });
  return {
    ...{ aliases: own.aliases, alsoAt: lists.alsoAt },
    addresses: [...own.addresses, ...lists.addresses.map(toExistingLists(placed))],
    diagnostics: [...own.diagnostics, ...(lists.diagnostics ?? [])],
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

function authorFiles(authors: Authors): ImportedFile[] {
  return [...authors.byId()].map(([id, name]) => ({
    path: `src/content/authors/${id}.md`,
    content: contentFile({ name }, ''),
  }));
}

/** Beyond this many, weights are an order of all posts, which only dates make here. */
const MOST_PINNED = 5;

function pinned(posts: readonly Placed[]): Set<Placed> {
  const weighted = posts.filter(({ data }) => data.weight !== 0);
  return new Set(weighted.length <= MOST_PINNED ? weighted : []);
}

/** A moment is of another day in another zone; permalinks with a date show it too. */
function dayDiagnostics(posts: readonly Placed[], zone: string, system: string): Diagnostic[] {
  const moved = posts.filter(({ data }) => data.date && !isSameDay(data.date, zone));
  return moved.map(({ page }) => ({
    ...{ file: page.file, line: page.source.lineOf('date'), severity: 'info' },
    message: `date: is another day in the time zone of the site, ${zone}, than in ${system}`,
  }));
}
