import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReserved } from '../addresses/engine-addresses.ts';
import { decodePath } from '../addresses/decode-path.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorAt } from './front-matter.ts';
import type { PostData, SourceFile } from './content-file.ts';
import { alsoAt, feedPathErrors } from '../addresses/feed-addresses.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { staticPath, type OwnRoute } from '../addresses/owner-routes.ts';
import { ownRoutes } from './read-owner-routes.ts';
import { isListed } from './published.ts';
import type { Context } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';
import { tagNames } from '../addresses/slug.ts';
import { paths } from '../addresses/urls.ts';

/**
 * Returns the errors in front matter that depend on other files. Files with other errors are
 * checked too, so that one run reports all errors.
 */
export function crossCheck(
  sources: readonly SourceFile[],
  { root, settings: site, now }: Context,
): Diagnostic[] {
  const tags = listedTags(sources, now);
  return [
    ...urlErrors(sources, site, { tags, routes: ownRoutes(root) }),
    ...idErrors(sources),
    ...authorErrors(sources, site),
    ...feedPathErrors(site, tags, (path) => existsSync(join(root, 'public', path))).map(
      configError,
    ),
    ...sources.flatMap((source) => coverErrors(source, root)),
  ];
}

function urlErrors(
  sources: readonly SourceFile[],
  site: Settings,
  { tags, routes }: { tags: readonly string[]; routes: readonly OwnRoute[] },
): Diagnostic[] {
  // A feed at /index.xml prevents a page at /index.xml/.
  const feeds = alsoAt(site, tags).map(({ path }) => `${path}/`);
  const owners = new Map<string | undefined, string>([
    ...feeds.map((path) => [path, 'a feed (feeds.alsoAt in the settings)'] as const),
    ...routes.map((route) => [staticPath(route), route.file] as const),
  ]);
  return sources.flatMap((source) => {
    const { collection, id, path } = source;
    // The URLs of authors come from the engine; files with errors have none.
    const url = collection === 'authors' ? undefined : source.file?.url;
    // Astro cannot tell apart a file and a bundle, or Markdown and MDX, of the same name.
    const name = `${collection}/${id}`;
    // The Markdown of /posts/a/ is a file, /posts/a.md, and prevents a page at /posts/a.md/.
    const own = url === undefined ? [] : [url, `${paths.markdown(url)}/`];
    const reserved = url !== undefined && isReserved(url, site.permalink);
    const shared = reserved ? url : own.find((path) => owners.has(path));
    const namesake = owners.get(name);
    for (const taken of [...own, name]) if (!owners.has(taken)) owners.set(taken, path);
    if (shared !== undefined) {
      const owner = reserved ? 'a built-in page' : owners.get(shared)!;
      const fix = collection === 'posts' ? 'set another slug' : 'rename one of them';
      const message = `slug: ${shared} is already the URL of ${owner}; ${fix}`;
      return errorAt(source, ['slug'], message);
    }
    if (namesake === undefined) return [];
    return errorAt(source, [], `file name: already used by ${namesake}; rename one of them`);
  });
}

/** Finds posts with the same feed id: the guid, else the first alias, else the URL. */
function idErrors(sources: readonly SourceFile[]): Diagnostic[] {
  const owners = new Map<string, { path: string; key: string }>();
  return sources.flatMap(({ collection, file, ...source }) => {
    if (collection !== 'posts' || !file) return [];
    const { guid, aliases } = file.data as PostData;
    const [alias] = aliases;
    const key = guid !== undefined ? 'guid' : alias !== undefined ? 'aliases' : 'slug';
    const id = guid ?? decodePath(alias ?? file.url);
    const owner = owners.get(id);
    if (!owner) owners.set(id, { path: source.path, key });
    // Other checks report posts with the same URL or alias.
    if (!owner || ![key, owner.key].includes('guid')) return [];
    const message = `${key}: ${id} is already the feed id of ${owner.path}; set another guid`;
    return errorAt(source, [key], message);
  });
}

function authorErrors(sources: readonly SourceFile[], site: Settings): Diagnostic[] {
  const ids = new Set(
    sources.filter(({ collection }) => collection === 'authors').map(({ id }) => id),
  );
  const unknown = (id: string) => `src/content/authors/${id}.md not found${didYouMean(id, ids)}`;
  const errors = sources.flatMap((source) => {
    const authors = source.frontMatter.data['authors'];
    // The schema reports authors that are no list of strings.
    if (!Array.isArray(authors)) return [];
    return authors.flatMap((id: unknown, index) =>
      typeof id !== 'string' || ids.has(id.trim())
        ? []
        : [errorAt(source, ['authors', index], `authors[${index}]: ${unknown(id.trim())}`)],
    );
  });
  if (ids.has(site.author)) return errors;
  return [...errors, configError(`author: ${unknown(site.author)}`)];
}

function configError(message: string): Diagnostic {
  return { file: 'src/site.config.ts', line: 1, column: 1, severity: 'error', message };
}

/** Returns the slugs of the tags that have a page. */
function listedTags(sources: readonly SourceFile[], now: number): string[] {
  const tags = sources.flatMap(({ collection, file }) => {
    if (collection !== 'posts' || !file) return [];
    const data = file.data as PostData;
    return isListed(data, now) ? tagNames(data.tags) : [];
  });
  return [...new Set(tags.map(({ slug }) => slug))];
}

function coverErrors(source: SourceFile, root: string): Diagnostic[] {
  const cover = source.frontMatter.data['cover'] as { image?: unknown } | null | undefined;
  const picture = cover?.image;
  if (typeof picture !== 'string' || !picture.startsWith('.')) return [];
  if (existsSync(resolve(root, dirname(source.path), picture))) return [];
  return [errorAt(source, ['cover', 'image'], `cover.image: ${picture} not found`)];
}
