import { z } from 'zod';
import { COLLECTIONS, type CollectionName } from '../blog/library.ts';
import { authorSchema, pageSchema, postSchema } from '../blog/schema.ts';

/** What front matter may hold, by its files' path relative to the project's folder: a JSON schema each. */
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
  // No zone is in a schema.
  const timeZone = 'UTC';
  const schema = {
    posts: postSchema({ timeZone, image: z.string() }),
    pages: pageSchema({ timeZone }),
    authors: authorSchema(),
  }[name].meta({ title: TITLES[name] });
  // What an author writes; a rule that JSON schemas cannot say is left to the build.
  const made = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...made, required: requiredKeys(schema.shape) }, null, 2)}\n`;
}

/** A date is read from anything, so that zod takes it for optional. */
function requiredKeys(shape: Record<string, z.ZodType>): string[] {
  return Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
}
