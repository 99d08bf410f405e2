import { z } from 'zod';
import type { CollectionName } from '../content/content-file.ts';
import { collectionSchemas, dateSchema } from '../content/schema.ts';
import type { FrontMatterKeys } from '../settings/context.ts';

/** The parts of a JSON schema that forms of editors need. */
export interface JsonSchema {
  title?: string;
  description?: string;
  type?: string;
  default?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

const TITLES: Record<CollectionName, string> = {
  posts: 'Front matter of a post',
  notes: 'Front matter of a note',
  pages: 'Front matter of a page',
  authors: 'Front matter of an author',
};

/**
 * Returns the JSON schema of the front matter of a collection, with the keys of the owner. It is that of
 * the input; the build checks the rules that JSON schemas cannot express.
 */
export function frontMatterSchema(name: CollectionName, own: FrontMatterKeys): JsonSchema {
  // A JSON schema has no time zone.
  const image = z.string().meta({ title: 'image' });
  const schema = collectionSchemas({ date: dateSchema('UTC'), image }, own)[name];
  const made = z.toJSONSchema(schema.meta({ title: TITLES[name] }), {
    ...{ target: 'draft-07', io: 'input', unrepresentable: 'any' },
  }) as JsonSchema;
  return { ...made, required: requiredKeys(schema.shape) };
}

/** Returns the required keys; zod treats dates as optional, since they have a preprocessor. */
function requiredKeys(shape: Record<string, z.ZodType>): string[] {
  return Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
}
