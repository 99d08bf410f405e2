import type { ContentFile, Content, PostData, SourceFile } from '../content/content-file.ts';
import { findOwnRoute, ownRoutes } from '../addresses/owner-routes.ts';
import { pathKey } from '../addresses/path-key.ts';
import { permalinkFolder } from '../addresses/permalink.ts';
import { isShown, releaseTime, writtenDate, type Publishable } from '../content/published.ts';
import type { Context } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';
import { slugify } from '../addresses/slug.ts';
import { filesBelow, type Release, type Surroundings } from './document.ts';
import { readAnchors } from './headings/read-anchors.ts';

/** What must be known of a content; the texts of files are asked for one by one. */
interface Neighbourhood extends Pick<Content, 'posts' | 'pages' | 'authors'> {
  sources: { get: (path: string) => Pick<SourceFile, 'path' | 'format' | 'body'> | undefined };
}

/** Returns what a document can ask about the site of a content; in development all is seen. */
export function surroundingsOf(content: Neighbourhood, context: Context): Surroundings {
  const { root, settings: site } = context;
  const { posts, pages, authors } = content;
  const hidden = ({ data }: ContentFile<Publishable>) => !isShown(data, context);
  const addresses = new Map<string, string | false>([
    ...authors.map(({ path, url }): [string, string] => [path, url]),
    ...[...posts, ...pages].map((file): [string, string | false] => [
      file.path,
      !hidden(file) && file.url,
    ]),
  ]);
  const files = filesBelow(root);
  const own = findOwnRoute(ownRoutes(root));
  const isOwn = (path: string) => own(path) !== undefined;
  const { stands, releases } = pagesOf(content, site, hidden);
  return {
    address: (path) => addresses.get(path),
    anchors: (path) => anchorsIn(content.sources.get(path), site, files.text),
    page: (path) => stands(path) ?? (isOwn(path) || files.exists(`public${path}`) || undefined),
    release: (path) => releases.get(path) ?? answerAt(path, releases),
    ...files,
  };
}

/** Pages, lists and files that are no content's: what may come of them is the engine's to know. */
const ENGINE =
  /^\/(?:(?:page|archive|authors|series|search|feeds|rss|404|_astro|pagefind)\/|[^/]+\.(?:xml|xsl|json|txt|html|webmanifest|lock)$)/;

/** Returns what tells what stands at a path of the site, files in `public/` apart, and since when. */
function pagesOf(
  { posts, pages, authors }: Neighbourhood,
  site: Settings,
  hidden: (file: ContentFile<Publishable>) => boolean,
) {
  const known = new Map<string, string | boolean>([
    ['/', true],
    ['/tags/', true],
    [permalinkFolder(site.permalink), true],
  ]);
  for (const post of posts.filter((one) => !hidden(one)))
    for (const path of pathsOf(post)) known.set(path, true);
  for (const { data } of pages.filter((page) => !hidden(page)))
    for (const alias of data.aliases) known.set(pathKey(alias), true);
  for (const file of [...posts, ...pages]) known.set(file.url, !hidden(file) && file.path);
  for (const file of authors) known.set(file.url, file.path);
  const releases = releasesOf(posts.filter(hidden), pages.filter(hidden), site);
  const stands = (path: string) =>
    ENGINE.test(path) ? (known.get(path) ?? true) : answerAt(path, known);
  return { stands, releases };
}

function answerAt<Answer>(path: string, known: ReadonlyMap<string, Answer>): Answer | undefined {
  const [, tag] = /^(\/tags\/[^/]+\/)(?:page\/|[^/]*$)/.exec(path) ?? [];
  // The file of a page and its social card stand in its folder.
  const folder = tag ?? path.replace(/(?:card\.png|index\.html)$/, '');
  // A slug may have a dot in it: /posts/go-1.22.
  return known.get(withSlash(folder)) ?? known.get(`${folder}/`);
}

/** Returns when what is hidden is published, by file and by path; the first where several share it. */
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
    for (const key of [post.path, post.url, ...pathsOf(post)]) add(key, releaseOf(post.data));
  for (const { path, url, data } of pages) for (const key of [path, url]) add(key, releaseOf(data));
  return releases;
}

/** The paths that there are because of a post, its own apart: those of its tags, and its old ones. */
function pathsOf({ data }: { data: Pick<PostData, 'tags' | 'aliases'> }): string[] {
  return [...data.tags.map((tag) => `/tags/${slugify(tag)}/`), ...data.aliases.map(pathKey)];
}

/** `/old/post` and `/old/post/` are one page; `/old/post.html` is a file. */
function withSlash(path: string): string {
  return /\/[^/]*\.[^/]*$/.test(path) || path.endsWith('/') ? path : `${path}/`;
}

type WrittenText = Pick<SourceFile, 'path' | 'format' | 'body'>;

/** What was read of each file's headings; a file that has not changed is the same object. */
const readAlready = new WeakMap<WrittenText, { anchors: string[] | undefined }>();

function anchorsIn(
  reading: WrittenText | undefined,
  site: Settings,
  text: Surroundings['text'],
): string[] | undefined {
  if (!reading) return undefined;
  const known = readAlready.get(reading);
  if (known) return known.anchors;
  let includes = false;
  const anchors = readAnchors(reading, site, (path) => {
    includes = true;
    return text(path);
  });
  // What a file includes may change without it.
  if (!includes) readAlready.set(reading, { anchors });
  return anchors;
}
