// `octavo/content`: what src/content.config.ts imports. Node loads it, in the module graph of the
// configuration (owner/owner-files.ts).
import { randomUUID } from 'node:crypto';
import type { SchemaContext } from 'astro:content';
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { CollectionName } from './content/content-file.ts';
import { parseDate, type PostDate } from './content/dates.ts';
import * as schemas from './content/schema.ts';
import { SettingsError } from './diagnostics/settings-error.ts';
import { parsedByAstro } from './loader/parsed-data.ts';
import { siteContentOf, type SiteContent } from './loader/site-content.ts';
import type { Shape } from './settings/context.ts';

export { defineCollection };

/** Returns the loader of a collection, which reads, checks and renders the files in `src/content/`. */
export function loader(collection: CollectionName): Loader & { collection: CollectionName } {
  return {
    name: 'octavo',
    collection,
    load: async (context) => {
      const { config, refreshContextData: refreshed } = context;
      // After a restart of `dev`, the configuration is still the first one.
      const content = (refreshed?.['content'] as SiteContent | undefined) ?? siteContentOf(config);
      const { store, parseData } = context;
      await content.load(collection, { store, parse: parsedByAstro(parseData) });
      // By its store, Astro knows in `dev` that pages changed, as after a reply, which is no entry.
      if (refreshed) context.meta.set('refreshed', randomUUID());
    },
  };
}

/** The loader passes dates that it has parsed in the site's time zone. */
const date = z
  .union([z.string(), z.custom<PostDate>((value) => typeof value === 'object')])
  .transform((value) => (typeof value === 'string' ? parseDate(value, 'UTC') : value));

const anyPost = schemas.postSchema({ date, image: z.string() });

/**
 * Returns the schema of a post's front matter. Astro calls it for each post to resolve the cover;
 * creating the rest only once takes a third of the time.
 */
export function postSchema({ image }: SchemaContext) {
  return anyPost.extend({ cover: schemas.coverSchema(image()) });
}

/** Returns the schema of a note's front matter. */
export function noteSchema() {
  return schemas.noteSchema({ date, image: z.string() });
}

/** The collections in `src/content.config.ts`, with the part that the engine depends on. */
export type OwnCollections = Record<string, { loader?: { name?: string; collection?: string } }>;

/**
 * Returns the owner's collections with that of notes, if the setting adds it; `keys` are those of the
 * owner for notes.
 *
 * @throws {SettingsError} unless each collection in `names`, the engine's, has its loader.
 */
export function completeCollections<Own extends OwnCollections>(
  own: Own = {} as Own,
  names: readonly CollectionName[],
  keys: Shape = {},
): Own {
  const notes = defineCollection({ loader: loader('notes'), schema: noteSchema().extend(keys) });
  const all: Own = names.includes('notes') ? { notes, ...own } : own;
  const errors = names
    .filter((name) => all[name]?.loader?.collection !== name)
    .map((name) => {
      const fix = `needs ${name}: defineCollection({ loader: loader('${name}'), … })`;
      const other = all[name] ? '; a collection of yours needs another name' : '';
      return `src/content.config.ts:1:1  collections: ${fix}${other}`;
    });
  if (errors.length > 0) throw new SettingsError(errors.join('\n'));
  return all;
}

/** Returns the schema of a page's front matter. */
export function pageSchema() {
  return schemas.pageSchema({ date });
}

/** Returns the schema of an author's front matter; a blog without portraits may omit the context. */
export function authorSchema(context?: SchemaContext) {
  return schemas.authorSchema({ image: context?.image() ?? noImage });
}

const noImage = z.custom<z.output<ReturnType<SchemaContext['image']>>>(() => false, {
  error: 'needs schema: (context) => authorSchema(context).extend(frontMatter.authors)',
});
