import type { ContentFile, Library, Reading } from '../blog/library.ts';
import { pathKey } from '../blog/path-key.ts';
import { permalinkFolder } from '../blog/permalink.ts';
import type { Settings } from '../blog/settings.ts';
import { slugify } from '../blog/slug.ts';
import { filesBelow, type Surroundings } from './document.ts';
import { readAnchors } from './read-anchors.ts';

/** Returns what a document can ask about the site of a library; drafts are seen in development. */
export function surroundingsOf(
  library: Library,
  { root, site, inDevelopment }: { root: string; site: Settings; inDevelopment: boolean },
): Surroundings {
  const { posts, pages, authors } = library;
  const hidden = ({ data }: ContentFile<{ draft: boolean }>) => data.draft && !inDevelopment;
  const addresses = new Map<string, string | false>([
    ...authors.map(({ path, url }): [string, string] => [path, url]),
    ...[...posts, ...pages].map((file): [string, string | false] => [
      file.path,
      !hidden(file) && file.url,
    ]),
  ]);
  const files = filesBelow(root);
  const stands = pagesOf(library, site, hidden);
  return {
    address: (path) => addresses.get(path),
    anchors: (path) => anchorsIn(library.readings.get(path), site.language, files.text),
    page: (path) => stands(path) ?? (files.exists(`public${path}`) || undefined),
    ...files,
  };
}

/** Pages, lists and files that are no content's: what may come of them is the engine's to know. */
const ENGINE =
  /^\/(?:(?:page|archive|authors|series|search|feeds|rss|404|_astro|pagefind)\/|[^/]+\.(?:xml|xsl|json|txt|html|webmanifest|lock)$)/;

/** Returns what tells what stands at a path of the site, files in `public/` apart. */
function pagesOf(
  { posts, pages, authors }: Library,
  site: Settings,
  hidden: (file: ContentFile<{ draft: boolean }>) => boolean,
): (path: string) => string | boolean | undefined {
  const known = new Map<string, string | boolean>([
    ['/', true],
    ['/tags/', true],
    [permalinkFolder(site.permalink), true],
  ]);
  for (const { data } of posts.filter((post) => !hidden(post))) {
    for (const tag of data.tags) known.set(`/tags/${slugify(tag)}/`, true);
  }
  for (const { data } of [...posts, ...pages].filter((file) => !hidden(file)))
    for (const alias of data.aliases) known.set(pathKey(alias), true);
  for (const file of [...posts, ...pages]) known.set(file.url, !hidden(file) && file.path);
  for (const file of authors) known.set(file.url, file.path);
  return (path) => {
    if (ENGINE.test(path)) return known.get(path) ?? true;
    const [, tag] = /^(\/tags\/[^/]+\/)(?:page\/|[^/]*$)/.exec(path) ?? [];
    // The file of a page and its social card stand in its folder.
    const page = path.replace(/(?:card\.png|index\.html)$/, '');
    const folder = tag ?? page;
    // A slug may have a dot in it: /posts/go-1.22.
    return known.get(withSlash(folder)) ?? known.get(`${folder}/`);
  };
}

/** `/old/post` and `/old/post/` are one page; `/old/post.html` is a file. */
function withSlash(path: string): string {
  return /\/[^/]*\.[^/]*$/.test(path) || path.endsWith('/') ? path : `${path}/`;
}

/** What was read of each file's headings; a file that has not changed is the same object. */
const readAlready = new WeakMap<Reading, { anchors: string[] | undefined }>();

function anchorsIn(
  reading: Reading | undefined,
  language: string,
  text: Surroundings['text'],
): string[] | undefined {
  if (!reading) return undefined;
  const known = readAlready.get(reading);
  if (known) return known.anchors;
  let includes = false;
  const anchors = readAnchors(reading, language, (path) => {
    includes = true;
    return text(path);
  });
  // What a file includes may change without it.
  if (!includes) readAlready.set(reading, { anchors });
  return anchors;
}
