import { join } from 'node:path';
import type { Content } from '../content/content-file.ts';
import { configError } from '../content/config-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parsedBySchema } from '../loader/parsed-data.ts';
import { loadCollections } from '../loader/stored-entries.ts';
import type { NodeContext } from '../settings/context.ts';
import { isAuthorsError } from '../terminal/report-failure.ts';
import { CONTENT_CONFIG, errorOfNode } from './authors-error.ts';

/**
 * Returns the errors that the schemas in `src/content.config.ts` find in files whose front matter is
 * valid otherwise; none if only Vite can load them, as those that import `astro:content`.
 *
 * @throws {SettingsError} for errors in that file.
 */
export async function collectionErrors(
  { posts, pages, authors, sources }: Content,
  context: NodeContext,
): Promise<Diagnostic[]> {
  const { root } = context;
  const collections = await loadCollections(context).catch(async (thrown: Error) => {
    if (isAuthorsError(thrown)) throw thrown;
    const error = await errorOfNode(CONTENT_CONFIG, root);
    if (error) throw configError(error, root, CONTENT_CONFIG);
    return {};
  });
  const parsers = new Map(
    Object.entries(collections).map(([name, { schema }]) => [name, parsedBySchema(schema)]),
  );
  const errors: Diagnostic[] = [];
  for (const file of [...posts, ...pages, ...authors]) {
    const parse = sources.has(file.path) && parsers.get(file.collection);
    if (!parse) continue;
    // It throws for valid files whose pictures only Vite resolves.
    const parsed = await parse(file, join(root, file.path)).catch(() => undefined);
    errors.push(...(parsed?.errors ?? []));
  }
  return errors;
}
