import { z } from 'zod';
import { frontMatter } from '#site-config';
import { COLLECTIONS, type CollectionName } from '../content/read-content.ts';
import { collectionSchemas } from '../content/schema.ts';

/** Returns the JSON schemas of front matter, by file path relative to the blog's root folder. */
export function frontMatterSchemas(): Record<string, string> {
  return Object.fromEntries(
    COLLECTIONS.map((name) => [`.vscode/front-matter/${name}.schema.json`, jsonSchema(name)]),
  );
}

const TITLES: Record<CollectionName, string> = {
  posts: 'Front matter of a post',
  pages: 'Front matter of a page',
  authors: 'Front matter of an author',
};

function jsonSchema(name: CollectionName): string {
  // A JSON schema has no time zone.
  const timeZone = 'UTC';
  const schemas = collectionSchemas({ timeZone, image: z.string() }, frontMatter);
  const schema = schemas[name].meta({ title: TITLES[name] });
  // The input side; the build checks the rules that JSON schemas cannot express.
  const made = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...made, required: requiredKeys(schema.shape) }, null, 2)}\n`;
}

/** Returns the required keys, dates included: zod takes them for optional, since any input is parsed. */
function requiredKeys(shape: Record<string, z.ZodType>): string[] {
  return Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
}
