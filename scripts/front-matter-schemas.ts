import { z } from 'zod';
import { COLLECTIONS, type CollectionName } from '../packages/octavo/src/content/content-file.ts';
import { collectionSchemas, dateSchema } from '../packages/octavo/src/content/schema.ts';
import type { FrontMatterKeys } from '../packages/octavo/src/settings/context.ts';

/** Returns the JSON schemas of front matter, by file path relative to the blog's root folder. */
export function frontMatterSchemas(frontMatter: FrontMatterKeys): Record<string, string> {
  return Object.fromEntries(
    COLLECTIONS.map((name) => [
      `.vscode/front-matter/${name}.schema.json`,
      jsonSchema(name, frontMatter),
    ]),
  );
}

const TITLES: Record<CollectionName, string> = {
  posts: 'Front matter of a post',
  notes: 'Front matter of a note',
  pages: 'Front matter of a page',
  authors: 'Front matter of an author',
};

function jsonSchema(name: CollectionName, frontMatter: FrontMatterKeys): string {
  // A JSON schema has no time zone.
  const schemas = collectionSchemas({ date: dateSchema('UTC'), image: z.string() }, frontMatter);
  const schema = schemas[name].meta({ title: TITLES[name] });
  // The input side; the build checks the rules that JSON schemas cannot express.
  const made = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...made, required: requiredKeys(schema.shape) }, null, 2)}\n`;
}

/** Returns the required keys; zod treats dates as optional, since they have a preprocessor. */
function requiredKeys(shape: Record<string, z.ZodType>): string[] {
  return Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
}
