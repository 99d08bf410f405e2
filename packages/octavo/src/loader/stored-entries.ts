// Astro's store of entries, read and written without Astro, so that a later Astro build can use it. Its
// format is private: compare astro/dist/content/mutable-data-store.js with each new version.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { parse, stringify } from 'devalue';
import { completeCollections, type OwnCollections } from '../content.ts';
import { collectionsOf } from '../content/content-file.ts';
import { writeWhole } from '../write-whole.ts';
import { picturesIn } from '../content/picture-keys.ts';
import { entriesFile } from '../owner/runtime-modules.ts';
import type { NodeContext } from '../settings/context.ts';
import { parsedBySchema, type OwnSchema } from './parsed-data.ts';
import type { SiteContent } from './site-content.ts';

type Store = LoaderContext['store'];
type Entries = Map<string, NonNullable<ReturnType<Store['get']>>>;

/** A collection of `src/content.config.ts`. */
interface Collection {
  loader?: OwnCollections[string]['loader'];
  schema?: OwnSchema;
}

/**
 * Loads the content of a site, as Astro does when it syncs.
 *
 * @throws {Error} for what only Astro can load.
 */
export async function loadEntries(content: SiteContent): Promise<void> {
  const file = entriesFile(content.context);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : stringify(new Map());
  const stored = parse(text) as Map<string, Entries>;
  const collections = await loadCollections(content.context);
  if (Object.values(collections).some(({ loader }) => loader?.name !== 'octavo'))
    throw new Error('collections with other loaders');
  await Promise.all(
    collectionsOf(content.context.settings).map((name) => {
      const entries: Entries = stored.get(name) ?? new Map();
      stored.set(name, entries);
      return content.load(name, {
        store: storeOf(entries),
        parse: parsedBySchema(collections[name]!.schema),
      });
    }),
  );
  const after = stringify(sorted([...stored].map(([name, of]) => [name, sorted([...of])])));
  if (after !== text) writeWhole(file, after);
}

/**
 * Returns the collections in `src/content.config.*`, with that of notes.
 *
 * @throws {SettingsError} for missing collections, and other errors of the import.
 */
export async function loadCollections({
  root,
  settings,
  extensions,
}: NodeContext): Promise<Record<string, Collection>> {
  const [file = ''] = globSync('src/content.config.{ts,mts,mjs,js}', { cwd: root });
  const { href } = pathToFileURL(join(root, file));
  const own = (await import(/* @vite-ignore */ href)) as {
    collections?: Record<string, Collection>;
  };
  const keys = extensions.frontMatter.notes;
  return completeCollections(own.collections, collectionsOf(settings), keys);
}

/** Returns a Map with its keys in the order of Astro. */
function sorted<Value>(entries: [string, Value][]): Map<string, Value> {
  return new Map(entries.sort(([a], [b]) => a.localeCompare(b)));
}

/** Returns the part of Astro's store that the loader uses. */
function storeOf(entries: Entries): Store {
  const store: Pick<Store, 'keys' | 'delete' | 'addModuleImport' | 'set'> = {
    keys: () => [...entries.keys()],
    delete: (id) => void entries.delete(id),
    // MDX is in the bundle.
    addModuleImport: () => undefined,
    set: ({ id, data, filePath, digest, deferredRender }) => {
      const pictures = picturesIn(data);
      const assetImports = pictures.map(({ picture }) => picture);
      const imageImports = pictures.map(({ keys }) => [...keys]);
      entries.set(id, {
        ...{ id, data, ...(filePath && { filePath }), ...(digest && { digest }) },
        ...(pictures.length > 0 && { assetImports, imageImports }),
        ...(deferredRender && { deferredRender }),
      });
      return true;
    },
  };
  return {
    ...store,
    get: (id: string) => entries.get(id),
    values: () => [...entries.values()],
  } as Store;
}
