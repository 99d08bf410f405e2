import { posix } from 'node:path';
import { globSync } from 'tinyglobby';
import { isFoundElsewhere } from '../addresses/elsewhere.ts';
import { findOwnRoute } from '../addresses/owner-routes.ts';
import { pathKey } from '../addresses/path-key.ts';
import { slugify } from '../addresses/slug.ts';
import { paths } from '../addresses/urls.ts';
import { blogsOf } from '../blog/blogs.ts';
import { withoutText } from '../blog/entry.ts';
import { sitePaths } from '../blog/site-addresses.ts';
import { translationKey } from '../content/content-file.ts';
import type { AuthorData, ContentFile, PageData, PostData } from '../content/content-file.ts';
import { isShown, releaseTime, writtenDate, type Publishable } from '../content/published.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import { filesBelow, type Release, type SiteIndex, type Source } from '../markdown/document.ts';
import { filesNamed, type NamedFile } from '../markdown/links/names.ts';
import type { Context } from '../settings/context.ts';
import { codesOf, languageFolder } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';

/** The content to index; bodies are read one by one. */
interface IndexedContent extends IndexedFiles {
  sources: { get: (path: string) => Source | undefined };
}

/** The parts of content files that links depend on. */
export interface IndexedFiles {
  posts: readonly IndexedFile<PostData>[];
  pages: readonly IndexedFile<PageData>[];
  authors: readonly IndexedFile<AuthorData>[];
}

export type IndexedFile<Data> = Pick<
  ContentFile<Data>,
  'collection' | 'code' | 'name' | 'id' | 'path' | 'data' | 'url'
>;

/** The parts of front matter that decide which paths exist, and when. */
type IndexedData = Publishable &
  Partial<Pick<PostData, 'tags' | 'aliases' | 'title'> & Pick<AuthorData, 'name'>>;

/**
 * Returns the index of a site that documents query; in `dev` and previews it includes drafts.
 * `anchorsOf` returns the ids in a body.
 */
export function siteIndexOf(
  content: IndexedContent,
  context: Context,
  anchorsOf: (source: Source) => string[] | undefined,
): SiteIndex {
  const { root, settings } = context;
  const { posts, pages, authors, sources } = content;
  const all = [...posts, ...pages, ...authors] as IndexedFile<IndexedData>[];
  const hidden = new Set(all.filter(({ data }) => !isShown(data, context)));
  const urls = new Map(all.map((file) => [file.path, !hidden.has(file) && file.url] as const));
  // The content file at each path, `true` at those without one, `false` at hidden ones.
  const known = new Map<string, string | boolean>();
  for (const path of builtPaths(content, context)) known.set(pathKey(path), true);
  for (const file of all)
    if (hidden.has(file)) for (const path of pathsOfPage(file.url)) known.set(path, false);
    else known.set(pathKey(file.url), file.path);
  const files = filesBelow(root);
  /** Returns the file beside a content file that has a page there, and names the file. */
  const fileBeside = (path: string) => {
    const owner = known.get(pathKey(`${posix.dirname(path)}/`));
    const name = posix.basename(path);
    if (typeof owner !== 'string' || !sources.get(owner)?.body.includes(name)) return undefined;
    const file = posix.join(posix.dirname(owner), name);
    return files.isFile(file) ? file : undefined;
  };
  const ownRoute = findOwnRoute(ownRoutes(root));
  const releases = releasesOf(hidden, settings);
  const shown = all.filter((file) => !hidden.has(file));
  const translations = translationsOf(shown);
  let named: ReturnType<typeof namesOf> | undefined;
  const foundElsewhere = (path: string) => isFoundElsewhere(path, settings.elsewhere);
  return {
    address: (path) => urls.get(path),
    anchors: (path) => {
      const source = sources.get(path);
      return source && anchorsOf(source);
    },
    page: (path) =>
      at(path, known) ??
      fileBeside(path) ??
      (foundElsewhere(path) ||
        ownRoute(path) !== undefined ||
        files.exists(`public${path}`) ||
        undefined),
    named: (query) => {
      named ??= namesOf(all, context);
      return named(query);
    },
    title: (path) => titleOf(all.find((file) => file.path === path)),
    translation: (query) => translations.get(query),
    release: (path) => releases.get(path) ?? at(path, releases) ?? at(tagOf(path), releases),
    ...files,
    exists: (path) => files.exists(path) || foundElsewhere(path.replace(/^public/, '')),
  };
}

/** Returns the paths of all pages and files of the built site. */
export function builtPaths(
  { posts, pages, authors }: IndexedFiles,
  context: Pick<Context, 'settings' | 'mode' | 'now'>,
): string[] {
  const entries = {
    posts: posts.map(withoutText),
    pages: pages.map(withoutText),
    authors: authors.map(withoutText),
  };
  return sitePaths(blogsOf<PostData, PageData>(entries, context));
}

/** Returns the value at a path; a slug may have a dot in it, as in `/posts/node.js`. */
function at<Value>(path: string, known: ReadonlyMap<string, Value>): Value | undefined {
  const key = pathKey(path);
  return known.get(key) ?? known.get(`${key}/`);
}

/** `/tags/go/page/2/` → `/tags/go/`, also of a language. */
function tagOf(path: string): string {
  return /^(?:\/[^/]+)?\/tags\/[^/]+\//.exec(path)?.[0] ?? path;
}

/** Returns the files by the names that links may have. */
function namesOf(files: readonly IndexedFile<IndexedData>[], { root, settings }: Context) {
  const content = files.map((file): NamedFile => {
    return { ...file, title: titleOf(file) ?? '', aliases: file.data.aliases ?? [] };
  });
  const others = globSync('src/content/**/*.*', { cwd: root, ignore: '**/*.{md,mdx}' });
  return filesNamed(content, others, codesOf(settings));
}

function titleOf(file: Pick<IndexedFile<IndexedData>, 'data'> | undefined): string | undefined {
  return file?.data.title ?? file?.data.name;
}

/** Returns the files of translations by their language and the file that they translate. */
function translationsOf(files: readonly IndexedFile<IndexedData>[]) {
  const groups = Map.groupBy(files, translationKey).values();
  return new Map<string, string>(
    groups.flatMap((group) =>
      group.flatMap(({ path }) => group.map((other) => [`${other.code} ${path}`, other.path])),
    ),
  );
}

/** Returns the release of each hidden file and path; the earliest if several share a path. */
function releasesOf(hidden: ReadonlySet<IndexedFile<IndexedData>>, settings: Settings) {
  const releases = new Map<string, Release>();
  for (const { path, code, url, data } of hidden) {
    const { draft, date, tags = [], aliases = [] } = data;
    const when = date && !draft && writtenDate(date, settings.timeZone);
    const release = { time: releaseTime(data), ...(when && { when }) };
    const folder = languageFolder(settings, code);
    const tagPaths = tags.map((tag) => folder + paths.tag(slugify(tag)));
    for (const key of [path, ...pathsOfPage(url), ...tagPaths, ...aliases.map(pathKey)]) {
      const other = releases.get(key);
      if (!other || release.time < other.time) releases.set(key, release);
    }
  }
  return releases;
}

/** Returns the paths of a page, its social card and its Markdown. */
function pathsOfPage(url: string): string[] {
  return [pathKey(url), paths.card(url), paths.markdown(url)];
}
