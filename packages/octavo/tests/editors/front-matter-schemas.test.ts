import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { COLLECTIONS } from '../../src/content/content-file.ts';
import { frontMatterSchema } from '../../src/editors/front-matter-schemas.ts';

const posts = frontMatterSchema('posts', {});

test.each(COLLECTIONS)('the schema of %s is up to date; npm run schemas writes it', (name) => {
  const file = new URL(`../../../../.vscode/front-matter/${name}.schema.json`, import.meta.url);
  const schema = `${JSON.stringify(frontMatterSchema(name, {}), null, 2)}\n`;
  expect(readFileSync(file, 'utf8')).toBe(schema);
});

test('a post must have a title and a date, a page a title', () => {
  expect(posts.required).toEqual(['title', 'date']);
  expect(frontMatterSchema('pages', {}).required).toEqual(['title']);
});

test('no other key is known, and each that is has a type and says what it is', () => {
  expect(posts).toMatchObject({ additionalProperties: false });
  for (const [key, { type, anyOf, description }] of Object.entries(posts.properties!)) {
    expect(type ?? anyOf?.[0]?.type, key).toMatch(/^(?:string|array|object|boolean)$/);
    expect(description, key).toMatch(/^\S.*\.$/);
  }
});

test('a key of the owner is known, and is required where it has no default', () => {
  const mood = z.enum(['calm', 'angry']).optional();
  const own = frontMatterSchema('posts', { posts: { mood, rating: z.number() } });
  expect(own.properties).toMatchObject({ mood: { enum: ['calm', 'angry'] } });
  expect(own.required).toEqual(['title', 'date', 'rating']);
});
