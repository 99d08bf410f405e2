import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReserved } from '../addresses/engine-addresses.ts';
import { decodePath } from '../addresses/decode-path.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mistakeAt } from './front-matter.ts';
import type { PostData, SourceFile } from './content-file.ts';
import { alsoAt, feedAddressMistakes } from '../addresses/feed-addresses.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { staticPath, type OwnRoute } from '../addresses/owner-routes.ts';
import { ownRoutes } from './read-owner-routes.ts';
import { isListed } from './published.ts';
import type { Context } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';
import { tagNames } from './tag-names.ts';
import { paths } from '../addresses/urls.ts';

/**
 * Returns the mistakes of front matter that only show beside other files. They are looked for in
 * files with other mistakes too, so that an author is told of all in one run.
 */
export function crossCheck(
  sources: readonly SourceFile[],
  { root, settings: site, now }: Context,
): Diagnostic[] {
  const tags = listedTags(sources, now);
  return [
    ...addressMistakes(sources, site, { tags, routes: ownRoutes(root) }),
    ...idMistakes(sources),
    ...authorMistakes(sources, site),
    ...feedAddressMistakes(site, tags, (path) => existsSync(join(root, 'public', path))).map(
      settingsMistake,
    ),
    ...sources.flatMap((reading) => coverMistakes(reading, root)),
  ];
}

function addressMistakes(
  sources: readonly SourceFile[],
  site: Settings,
  { tags, routes }: { tags: readonly string[]; routes: readonly OwnRoute[] },
): Diagnostic[] {
  // A file of this name stands where the folder of a page would be.
  const feeds = alsoAt(site, tags).map(({ path }) => `${path}/`);
  const owners = new Map<string | undefined, string>([
    ...feeds.map((path) => [path, 'a feed (feeds.alsoAt in the settings)'] as const),
    ...routes.map((route) => [staticPath(route), route.file] as const),
  ]);
  return sources.flatMap((reading) => {
    const { collection, id, path } = reading;
    // Authors have their addresses from the engine, and files with mistakes have none.
    const url = collection === 'authors' ? undefined : reading.file?.url;
    // A file and a bundle, or Markdown and MDX, of one name cannot be told apart.
    const name = `${collection}/${id}`;
    // Its Markdown is a file where another page might be a folder: /posts/a.md.
    const own = url === undefined ? [] : [url, `${paths.markdown(url)}/`];
    const reserved = url !== undefined && isReserved(url, site.permalink);
    const shared = reserved ? url : own.find((address) => owners.has(address));
    const namesake = owners.get(name);
    for (const taken of [...own, name]) if (!owners.has(taken)) owners.set(taken, path);
    if (shared !== undefined) {
      const owner = reserved ? 'a page of Octavo itself' : owners.get(shared)!;
      const mend = collection === 'posts' ? 'set another slug' : 'rename one of them';
      const message = `slug: ${shared} is the address of ${owner} too; ${mend}`;
      return mistakeAt(reading, ['slug'], message);
    }
    if (namesake === undefined) return [];
    return mistakeAt(reading, [], `${namesake} has the same name; rename one of them`);
  });
}

/** Finds posts that feed readers would take for one: they know a post by guid, first alias or address. */
function idMistakes(sources: readonly SourceFile[]): Diagnostic[] {
  const owners = new Map<string, { path: string; key: string }>();
  return sources.flatMap(({ collection, file, ...reading }) => {
    if (collection !== 'posts' || !file) return [];
    const { guid, aliases } = file.data as PostData;
    const [alias] = aliases;
    const key = guid !== undefined ? 'guid' : alias !== undefined ? 'aliases' : 'slug';
    const id = guid ?? decodePath(alias ?? file.url);
    const owner = owners.get(id);
    if (!owner) owners.set(id, { path: reading.path, key });
    // Two posts at one address, or with one alias, are told as such.
    if (!owner || ![key, owner.key].includes('guid')) return [];
    const message = `${key}: ${id} is what feed readers know ${owner.path} by; give one of them another guid`;
    return mistakeAt(reading, [key], message);
  });
}

function authorMistakes(sources: readonly SourceFile[], site: Settings): Diagnostic[] {
  const ids = new Set(
    sources.filter(({ collection }) => collection === 'authors').map(({ id }) => id),
  );
  const unknown = (id: string) => `there is no src/content/authors/${id}.md${didYouMean(id, ids)}`;
  const found = sources.flatMap((reading) =>
    textsOf(reading.frontMatter.data['authors']).flatMap(([index, id]) =>
      ids.has(id)
        ? []
        : [mistakeAt(reading, ['authors', index], `authors[${index}]: ${unknown(id)}`)],
    ),
  );
  if (ids.has(site.author)) return found;
  return [...found, settingsMistake(`author: ${unknown(site.author)}`)];
}

function settingsMistake(message: string): Diagnostic {
  return { file: 'src/site.config.ts', line: 1, column: 1, severity: 'error', message };
}

/** The slugs of the tags that have a page when the site is built. */
function listedTags(sources: readonly SourceFile[], now: number): string[] {
  const tags = sources.flatMap(({ collection, file }) => {
    if (collection !== 'posts' || !file) return [];
    const data = file.data as PostData;
    return isListed(data, now) ? tagNames(data.tags) : [];
  });
  return [...new Set(tags.map(({ slug }) => slug))];
}

function coverMistakes(reading: SourceFile, root: string): Diagnostic[] {
  const cover = reading.frontMatter.data['cover'] as { image?: unknown } | null | undefined;
  const picture = cover?.image;
  if (typeof picture !== 'string' || !picture.startsWith('.')) return [];
  if (existsSync(resolve(root, dirname(reading.path), picture))) return [];
  return [mistakeAt(reading, ['cover', 'image'], `cover.image: there is no file ${picture} here`)];
}

/** The texts of a list with their places; none where it is no list, which the schema says. */
function textsOf(list: unknown): [number, string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index): [number, string][] =>
    typeof item === 'string' ? [[index, item.trim()]] : [],
  );
}
