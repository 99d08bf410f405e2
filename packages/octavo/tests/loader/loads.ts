import type { SchemaContext } from 'astro:content';
import type { LoaderContext } from 'astro/loaders';
import { expect } from 'vitest';
import { authorSchema, noteSchema, pageSchema, postSchema } from '../../src/content.ts';
import { collectionsOf, type CollectionName } from '../../src/content/content-file.ts';
import { TextCache } from '../../src/content/text-cache.ts';
import { parsedBySchema } from '../../src/loader/parsed-data.ts';
import { SiteContent, type EntryLoader } from '../../src/loader/site-content.ts';
import { AUTHOR, content, context, folder, type ContextOptions } from '../helpers.ts';

type DataEntry = NonNullable<ReturnType<LoaderContext['store']['get']>>;
type Stores = Record<CollectionName, Map<string, DataEntry>>;

/** The schemas of a new blog's `src/content.config.ts`. */
const SCHEMAS = {
  posts: (context: object) => postSchema(context as SchemaContext),
  notes: noteSchema(),
  pages: pageSchema(),
  authors: (context: object) => authorSchema(context as SchemaContext),
};

/** What Astro keeps from one build to the next. */
export const newStores = (): Stores => ({
  posts: new Map(),
  notes: new Map(),
  pages: new Map(),
  authors: new Map(),
});

/** Loads a content as Astro does, a collection at a time. Returns the ids that were written. */
export async function loadAll(
  content: SiteContent,
  stores: Stores,
  modules: string[] = [],
): Promise<string[]> {
  const written: string[] = [];
  const loading = collectionsOf(content.context.settings).map((collection) => {
    const entries = stores[collection];
    const store = {
      get: (id: string) => entries.get(id),
      keys: () => [...entries.keys()],
      values: () => [...entries.values()],
      delete: (id: string) => entries.delete(id),
      addModuleImport: (path: string) => modules.push(path),
      set: (entry: DataEntry) => {
        written.push(`${collection}/${entry.id}`);
        // What the store writes to its file and reads back.
        entries.set(entry.id, JSON.parse(JSON.stringify(entry)) as DataEntry);
        return true;
      },
    };
    const loader = { store, parse: parsedBySchema(SCHEMAS[collection]) };
    return content.load(collection, loader as unknown as EntryLoader);
  });
  await Promise.all(loading);
  return written.sort();
}

/** Loads the content of a folder as one run of Astro does. */
export function load(root: string, stores: Stores, options?: ContextOptions): Promise<string[]> {
  return loadAll(new SiteContent(context(root, {}, options)), stores);
}

/** Returns the text of an entry, which is apart from the store. */
export function keptText(
  root: string,
  stores: Stores,
  id: string,
  collection: keyof Stores = 'posts',
) {
  const digest = String(stores[collection].get(id)?.digest);
  const texts = new TextCache(root);
  return { html: texts.html(digest), metadata: texts.metadata().get(digest) };
}

/** Returns a folder of these files below src/content/, and of the site's author. */
export const site = (files: Record<string, string>) => folder({ ...AUTHOR, ...content(files) });

/** Returns the lines of the error that a build ends in. */
export async function refusal(
  root: string,
  stores = newStores(),
  options?: ContextOptions,
): Promise<string[]> {
  const error = await load(root, stores, options).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.name).toBe('ContentError');
  return error!.message.split('\n');
}
