import { findOwnRoute } from '../addresses/owner-routes.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import { pathKey } from '../addresses/path-key.ts';
import { slugify } from '../addresses/slug.ts';
import { paths } from '../addresses/urls.ts';
import { blogOf } from '../blog/blog.ts';
import type { Entry } from '../blog/entry.ts';
import { sitePaths } from '../blog/site-addresses.ts';
import type {
  Content,
  ContentFile,
  PageData,
  PostData,
  SourceFile,
} from '../content/content-file.ts';
import { isShown, releaseTime, writtenDate, type Publishable } from '../content/published.ts';
import { filesBelow, type Release, type SiteIndex } from '../markdown/document.ts';
import { readAnchors } from '../markdown/headings/read-anchors.ts';
import type { Context } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';

/** The content to index; bodies are read one by one. */
interface IndexedContent extends Pick<Content, 'posts' | 'pages' | 'authors'> {
  sources: { get: (path: string) => Pick<SourceFile, 'path' | 'format' | 'body'> | undefined };
}

/** Returns the index of a site that documents query; in `dev` and previews it includes drafts. */
export function siteIndexOf(content: IndexedContent, context: Context): SiteIndex {
  const { root, settings } = context;
  const { posts, pages, authors } = content;
  const isHidden = ({ data }: ContentFile<Publishable>) => !isShown(data, context);
  const urls = new Map<string, string | false>([
    ...authors.map(({ path, url }): [string, string] => [path, url]),
    ...[...posts, ...pages].map((file): [string, string | false] => [
      file.path,
      !isHidden(file) && file.url,
    ]),
  ]);
  const files = filesBelow(root);
  const ownRoute = findOwnRoute(ownRoutes(root));
  const known = pathsOf(content, context, urls);
  const releases = releasesOf(posts.filter(isHidden), pages.filter(isHidden), settings);
  return {
    address: (path) => urls.get(path),
    anchors: (path) => anchorsIn(content.sources.get(path), settings, files.text),
    page: (path) =>
      at(path, known) ??
      (ownRoute(path) !== undefined || files.exists(`public${path}`) || undefined),
    release: (path) => releases.get(path) ?? at(path, releases) ?? at(tagOf(path), releases),
    ...files,
  };
}

/** Returns the content file at each path of the site, `true` at those without one, `false` at hidden ones. */
function pathsOf(
  content: IndexedContent,
  context: Context,
  urls: ReadonlyMap<string, string | false>,
): Map<string, string | boolean> {
  const blog = blogOf<PostData, PageData>(
    {
      posts: content.posts.map(entryOf),
      pages: content.pages.map(entryOf),
      authors: content.authors.map(entryOf),
    },
    context,
  );
  const known = new Map<string, string | boolean>();
  for (const path of sitePaths(blog, context.settings)) known.set(pathKey(path), true);
  for (const { path, url } of [...content.posts, ...content.pages, ...content.authors])
    if (urls.get(path) === false) for (const key of pathsOfPage(url)) known.set(key, false);
    else known.set(pathKey(url), path);
  return known;
}

/** Returns an entry without its body, on which no URL depends. */
function entryOf<Data>({ id, path, data }: ContentFile<Data>): Entry<Data> {
  return { id, path, data, digest: '', text: NO_TEXT };
}

const NO_TEXT: Entry<unknown>['text'] = {
  headings: [],
  pictures: [],
  terms: '',
  text: { words: 0, characters: 0, automatic: { text: '', goesOn: false } },
};

/** Returns the value at a path; a slug may have a dot in it, as in `/posts/node.js`. */
function at<Value>(path: string, known: ReadonlyMap<string, Value>): Value | undefined {
  const key = pathKey(path);
  return known.get(key) ?? known.get(`${key}/`);
}

/** `/tags/go/page/2/` → `/tags/go/`. */
function tagOf(path: string): string {
  return /^\/tags\/[^/]+\//.exec(path)?.[0] ?? path;
}

/** Returns the release of each hidden file and path; the earliest if several share a path. */
function releasesOf(
  posts: readonly ContentFile<PostData>[],
  pages: readonly ContentFile<Publishable>[],
  { timeZone }: Settings,
): Map<string, Release> {
  const releases = new Map<string, Release>();
  const add = (path: string, release: Release) => {
    const other = releases.get(path);
    if (!other || release.time < other.time) releases.set(path, release);
  };
  const releaseOf = (data: Publishable): Release =>
    data.draft || !data.date
      ? { time: releaseTime(data) }
      : { time: releaseTime(data), when: writtenDate(data.date, timeZone) };
  for (const post of posts)
    for (const key of [post.path, ...pathsOfPage(post.url), ...pathsThrough(post)])
      add(key, releaseOf(post.data));
  for (const { path, url, data } of pages)
    for (const key of [path, ...pathsOfPage(url)]) add(key, releaseOf(data));
  return releases;
}

/** Returns the paths of a page, its social card and its Markdown. */
function pathsOfPage(url: string): string[] {
  return [pathKey(url), paths.card(url), paths.markdown(url)];
}

/** Returns the paths that exist because of a post: of its tags, and its aliases. */
function pathsThrough({ data }: { data: Pick<PostData, 'tags' | 'aliases'> }): string[] {
  return [...data.tags.map((tag) => paths.tag(slugify(tag))), ...data.aliases.map(pathKey)];
}

type WrittenText = Pick<SourceFile, 'path' | 'format' | 'body'>;

/** The anchors of files; an unchanged file is the same object. */
const anchorCache = new WeakMap<WrittenText, { anchors: string[] | undefined }>();

function anchorsIn(
  source: WrittenText | undefined,
  site: Settings,
  text: SiteIndex['text'],
): string[] | undefined {
  if (!source) return undefined;
  const known = anchorCache.get(source);
  if (known) return known.anchors;
  let includes = false;
  const anchors = readAnchors(source, site, (path) => {
    includes = true;
    return text(path);
  });
  // Included files may change without the file.
  if (!includes) anchorCache.set(source, { anchors });
  return anchors;
}
