import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import { z } from 'zod';
import type { Shape } from '../settings/context.ts';
import { collectionSchemas, dateSchema } from './schema.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

const taken = z.custom<z.ZodType>(() => false, 'already a key of Octavo; choose another name');
const zodSchema = z.custom<z.ZodType>(
  (value) => isObject(value) && '_zod' in value,
  'must be a zod 4 schema, like z.string().optional(); import z from octavo/config',
);

/** Returns the schema of the keys that an owner adds to those of a collection. */
function keysBeside({ shape }: z.ZodObject) {
  const engine = Object.keys(shape).map((key) => [key, taken.optional()] as const);
  const keys = z.object(Object.fromEntries(engine)).catchall(zodSchema);
  return keys.optional() as unknown as z.ZodOptional<z.ZodType<Shape>>;
}

/** True for the shapes that Sätteri accepts, whose own errors do not name the setting. */
function isPlugin(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlugin);
  return !value || typeof value === 'function' || (isObject(value) && 'name' in value);
}

const PLUGIN =
  'must be a plugin with a name; defineMdastPlugin and defineHastPlugin check its type';
const options = { date: dateSchema('UTC'), image: z.string() };
const { posts, notes, pages, authors } = collectionSchemas(options);

/** The named exports of `src/site.config.ts`. */
export const extensionsSchema = z.object({
  frontMatter: z
    .strictObject({
      posts: keysBeside(posts),
      notes: keysBeside(notes),
      pages: keysBeside(pages),
      authors: keysBeside(authors),
    })
    .default({}),
  mdastPlugins: z.array(z.custom<MdastPluginEntry>(isPlugin, PLUGIN)).default([]),
  hastPlugins: z.array(z.custom<HastPluginEntry>(isPlugin, PLUGIN)).default([]),
});
