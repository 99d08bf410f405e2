import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReserved } from '../addresses/engine-addresses.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorAt } from './front-matter.ts';
import {
  isPost,
  type CollectionName,
  type PageData,
  type PostData,
  type SourceFile,
} from './content-file.ts';
import { alsoAt, feedPathErrors } from '../addresses/feed-addresses.ts';
import type { FeedList, ListKind } from '../addresses/feed-formats.ts';
import { foldersAbove, postFolder } from '../addresses/permalink.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { staticPath } from '../addresses/owner-routes.ts';
import { picturesIn } from './picture-keys.ts';
import { publishedFirst } from './published.ts';
import { ownRoutes } from './read-owner-routes.ts';
import type { Context } from '../settings/context.ts';
import {
  languageFolders,
  languagesOf,
  settingsPath,
  withoutLanguage,
} from '../settings/languages.ts';
import { slugify, tagNames } from '../addresses/slug.ts';
import { paths } from '../addresses/urls.ts';

/**
 * Returns the errors in front matter that depend on other files. Files with other errors are
 * checked too, so that one run reports all errors.
 */
export function crossCheck(files: readonly SourceFile[], context: Context): Diagnostic[] {
  const { root, settings } = context;
  const sources = publishedFirst(files, context);
  const lists = listsOf(sources);
  const isPublic = (path: string) => existsSync(join(root, 'public', path));
  // A feed at /index.xml prevents a page at /index.xml/, and one at /feed/ a page there.
  const feeds = alsoAtPaths(settings, lists).map((path) =>
    path.replace(/(?:\/index\.html)?$/, '/'),
  );
  const owners = new Map<string, string>([
    ...feeds.map((path) => [path, 'a feed (feeds.alsoAt in the settings)'] as const),
    ...ownRoutes(root).map((route) => [staticPath(route) ?? route.pattern, route.file] as const),
  ]);
  return [
    ...urlErrors(sources, owners, settings),
    ...guidErrors(sources),
    ...sectionErrors(sources, lists),
    ...authorErrors(sources, settings.author),
    ...feedPathErrors(settings, lists, isPublic).map((message) =>
      configError('feed-path', message),
    ),
    ...sources.flatMap(linkErrors),
    ...sources.flatMap((source) => pictureErrors(source, root)),
    ...languagesOf(settings).flatMap((site) => seriesWarnings(sources, site)),
  ];
}

/** Finds pages that list a folder without posts. */
function sectionErrors(sources: readonly SourceFile[], lists: readonly FeedList[]): Diagnostic[] {
  const folders = lists.flatMap(({ kind, slug }) => (kind === 'folder' ? [slug] : []));
  return sources.flatMap((source) => {
    const { section } = (source.data ?? {}) as Partial<PageData>;
    if (section === undefined || folders.includes(section)) return [];
    const hint = didYouMean(section, folders);
    const message = `section: no post is in src/content/posts/${section}/${hint}`;
    return [errorAt(source, ['section'], message, 'front-matter')];
  });
}

/** Returns the lists of all valid posts that have feeds. */
export function listsOf(sources: readonly SourceFile[]): FeedList[] {
  const slugs = (names: string[]) => tagNames(names).map(({ slug }) => slug);
  const idsIn = (collection: CollectionName) =>
    sources.filter((source) => source.collection === collection).map(({ name }) => name);
  const lists = (kind: ListKind, slugs: readonly string[]) => slugs.map((slug) => ({ kind, slug }));
  return [
    ...lists('tag', slugs(sources.flatMap((source) => postData(source)?.tags ?? []))),
    ...lists('series', slugs(sources.flatMap((source) => postData(source)?.series ?? []))),
    ...lists('author', idsIn('authors')),
    ...lists('folder', foldersAbove(idsIn('posts').map(postFolder))),
  ];
}

/** Returns the paths of the feeds of `feeds.alsoAt` in all languages, below the base path of the site. */
export function alsoAtPaths(settings: Context['settings'], lists: readonly FeedList[]): string[] {
  const feeds = alsoAt(settings, lists);
  return languageFolders(settings).flatMap((folder) => feeds.map(({ path }) => folder + path));
}

/** Returns the front matter of a valid post or note. */
function postData(source: SourceFile): PostData | undefined {
  return isPost(source) ? (source.data as PostData | undefined) : undefined;
}

/** Finds files with a URL or name that is taken, by one of `owners` or by another file. */
function urlErrors(
  sources: readonly SourceFile[],
  owners: ReadonlyMap<string, string>,
  settings: Context['settings'],
): Diagnostic[] {
  const taken = new Map([...owners].map(([path, owner]) => [folded(path), { path, owner }]));
  const isBuiltIn = (url: string) =>
    isReserved(withoutLanguage(url, settings), settings.permalink, settings);
  const occupantOf = (url: string) => {
    const path = [url, folded(url)].find((one) => isBuiltIn(one));
    return path === undefined ? taken.get(folded(url)) : { path, owner: 'a built-in page' };
  };
  return sources.flatMap((source) => {
    const { collection, id, path, url } = source;
    // Astro cannot tell apart a file and a bundle, or Markdown and MDX, of the same name.
    const name = `${collection}/${id}`;
    // The Markdown of /posts/a/ is a file, /posts/a.md, and prevents a page at /posts/a.md/.
    // The URLs of authors come from the engine; files with errors have none.
    const urls = url && collection !== 'authors' ? [url, `${paths.markdown(url)}/`] : [];
    const own = urls.find((one) => occupantOf(one) !== undefined);
    const occupant = own === undefined ? undefined : occupantOf(own);
    const namesake = taken.get(folded(name));
    for (const key of [...urls, name])
      if (!taken.has(folded(key))) taken.set(folded(key), { path: key, owner: path });
    if (occupant) {
      const fix = isPost(source) ? 'set another slug' : 'rename one of them';
      const message =
        occupant.path === own
          ? `slug: ${own} is already the URL of ${occupant.owner}; ${fix}`
          : `slug: ${own} and the URL of ${occupant.owner} are one folder on macOS and Windows; ${fix}`;
      return errorAt(source, ['slug'], message, 'url-taken');
    }
    if (namesake === undefined) return [];
    const message = `file name: already used by ${namesake.owner}; rename one of them`;
    return errorAt(source, [], message, 'url-taken');
  });
}

/** Returns a path as file systems compare it that ignore case and how accents are composed. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Finds posts with the same `guid`. Other checks report posts with the same URL or alias. */
function guidErrors(sources: readonly SourceFile[]): Diagnostic[] {
  const byGuid = Map.groupBy(sources, (source) => postData(source)?.guid);
  byGuid.delete(undefined);
  return [...byGuid].flatMap(([guid, [first, ...others]]) => {
    const message = `guid: ${guid} is already the feed id of ${first!.path}; set another guid`;
    return others.map((source) => errorAt(source, ['guid'], message, 'guid-taken'));
  });
}

function authorErrors(sources: readonly SourceFile[], siteAuthor: string): Diagnostic[] {
  const ids = new Set(
    sources.filter(({ collection }) => collection === 'authors').map(({ name }) => name),
  );
  const unknown = (id: string) => `src/content/authors/${id}.md not found${didYouMean(id, ids)}`;
  const errors = sources.flatMap((source) => {
    const authors = source.frontMatter.data['authors'];
    // The schema reports authors that are no list of strings.
    if (!Array.isArray(authors)) return [];
    return authors.flatMap((id: unknown, index) => {
      if (typeof id !== 'string' || ids.has(id.trim())) return [];
      const message = `authors[${index}]: ${unknown(id.trim())}`;
      return errorAt(source, ['authors', index], message, 'author-unknown');
    });
  });
  if (ids.has(siteAuthor)) return errors;
  return [...errors, configError('author-unknown', `author: ${unknown(siteAuthor)}`)];
}

/** Finds the series that the settings of a language describe and no post is in. */
function seriesWarnings(sources: readonly SourceFile[], site: Context['settings']): Diagnostic[] {
  const own = sources.filter(({ code }) => code === site.code);
  const names = own.flatMap((source) => postData(source)?.series ?? []);
  const slugs = new Set(names.map(slugify));
  return Object.keys(site.series)
    .filter((name) => !slugs.has(slugify(name)))
    .map((name) => {
      const message = `${settingsPath(site)}series: no post is in the series ${name}${didYouMean(name, new Set(names))}`;
      return configError('series-unknown', message);
    });
}

/** Finds posts with `via` and no `link`, and notes without anything to show. */
function linkErrors(source: SourceFile): Diagnostic[] {
  const { title, link, via } = postData(source) ?? {};
  if (link !== undefined) return [];
  if (via !== undefined)
    return [errorAt(source, ['via'], 'via: needs link, the page that was found there; set link')];
  if (title !== '' || source.body.trim() !== '') return [];
  return [errorAt(source, [], 'note: empty; write a text, or set title or link')];
}

function configError(rule: CheckId, message: string): Diagnostic {
  return diagnosticOf(rule, { file: 'src/site.config.ts', line: 1, column: 1 }, message);
}

function pictureErrors(source: SourceFile, root: string): Diagnostic[] {
  return picturesIn(source.frontMatter.data).flatMap(({ keys, picture }) => {
    if (existsSync(resolve(root, dirname(source.path), picture))) return [];
    const message = `${keys.join('.')}: ${picture} not found`;
    return errorAt(source, keys, message, 'missing-picture');
  });
}
