import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from './diagnostics.ts';
import { mistakeAt } from './front-matter.ts';
import type { Reading } from './library.ts';
import { didYouMean } from './nearest.ts';
import { permalinkFolder } from './permalink.ts';
import type { Settings } from './settings.ts';

/**
 * Returns the mistakes of front matter that only show beside other files. They are looked for in
 * files with other mistakes too, so that an author is told of all in one run.
 */
export function crossCheck(
  readings: readonly Reading[],
  root: string,
  site: Settings,
): Diagnostic[] {
  return [
    ...addressMistakes(readings, site),
    ...authorMistakes(readings, site),
    ...readings.flatMap((reading) => coverMistakes(reading, root)),
  ];
}

function addressMistakes(readings: readonly Reading[], { permalink }: Settings): Diagnostic[] {
  const owners = new Map<string, string>();
  return readings.flatMap((reading) => {
    const { collection, id, path } = reading;
    // Authors have their addresses from the engine, and files with mistakes have none.
    const url = collection === 'authors' ? undefined : reading.file?.url;
    // A file and a bundle, or Markdown and MDX, of one name cannot be told apart.
    const name = `${collection}/${id}`;
    const owner = url && (isReserved(url, permalink) ? 'a page of Octavo itself' : owners.get(url));
    const namesake = owners.get(name);
    for (const taken of [url ?? name, name]) if (!owners.has(taken)) owners.set(taken, path);
    if (owner) {
      const mend = collection === 'posts' ? 'set another slug' : 'rename one of them';
      return mistakeAt(reading, ['slug'], `slug: ${url} is the address of ${owner} too; ${mend}`);
    }
    if (namesake === undefined) return [];
    return mistakeAt(reading, [], `${namesake} has the same name; rename one of them`);
  });
}

/** True for paths that the engine's own routes answer on, or will. */
export function isReserved(url: string, permalink: string): boolean {
  if (url === permalinkFolder(permalink)) return true;
  return /^\/(?:$|(?:page|tags|archive|authors|series|search|feeds|404)\/)/.test(url);
}

function authorMistakes(readings: readonly Reading[], site: Settings): Diagnostic[] {
  const ids = new Set(
    readings.filter(({ collection }) => collection === 'authors').map(({ id }) => id),
  );
  const unknown = (id: string) => `there is no src/content/authors/${id}.md${didYouMean(id, ids)}`;
  const found = readings.flatMap((reading) =>
    textsOf(reading.frontMatter.data['authors']).flatMap(([index, id]) =>
      ids.has(id)
        ? []
        : [mistakeAt(reading, ['authors', index], `authors[${index}]: ${unknown(id)}`)],
    ),
  );
  if (ids.has(site.author)) return found;
  const place = { file: 'src/site.config.ts', line: 1, column: 1 };
  return [...found, { ...place, severity: 'error', message: `author: ${unknown(site.author)}` }];
}

function coverMistakes(reading: Reading, root: string): Diagnostic[] {
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
