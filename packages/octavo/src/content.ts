// `octavo/content`: what src/content.config.ts imports.
import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import * as schemas from './content/schema.ts';
import type { CollectionName } from './content/read-content.ts';
import { site } from './settings/settings.ts';
import { contentLoader } from './loader/loader.ts';

/** Returns the loader of a collection: it reads, checks and renders the files in `src/content/`. */
export function loader(collection: CollectionName) {
  return contentLoader(collection, { drafts: IS_PREVIEW });
}

const anyPost = schemas.postSchema({ timeZone: site.timeZone, image: z.string() });

/**
 * Returns the schema of a post's front matter. Astro asks for one for each post, by which it finds
 * the picture of the cover; the rest is made once, which takes a third of the time.
 */
export function postSchema({ image }: SchemaContext) {
  return anyPost.extend({ cover: schemas.coverSchema(image()) });
}

/** Returns the schema of a page's front matter. */
export function pageSchema() {
  return schemas.pageSchema({ timeZone: site.timeZone });
}

/** Returns the schema of an author's front matter. */
export function authorSchema() {
  return schemas.authorSchema();
}
