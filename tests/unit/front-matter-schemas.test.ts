import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { frontMatterSchemas } from '../../scripts/front-matter-schemas.ts';
import { repository } from '../docs.ts';

const SCHEMAS = frontMatterSchemas({});

interface JsonSchema {
  required: string[];
  additionalProperties: boolean;
  properties: Record<string, { type?: string; anyOf?: { type: string }[]; description?: string }>;
}

const [pages, posts] = ['pages', 'posts'].map(
  (name) => JSON.parse(SCHEMAS[`.vscode/front-matter/${name}.schema.json`]!) as JsonSchema,
);

test.each(Object.entries(SCHEMAS))(
  '%s is up to date; npm run schemas writes it',
  (path, schema) => {
    expect(readFileSync(repository + path, 'utf8')).toBe(schema);
  },
);

test('a post must have a title and a date, a page a title', () => {
  expect(posts?.required).toEqual(['title', 'date']);
  expect(pages?.required).toEqual(['title']);
});

test('no other key is known, and each that is has a type and says what it is', () => {
  expect(posts?.additionalProperties).toBe(false);
  for (const [key, { type, anyOf, description }] of Object.entries(posts!.properties)) {
    expect(type ?? anyOf?.[0]?.type, key).toMatch(/^(?:string|array|object|boolean)$/);
    expect(description, key).toMatch(/^\S.*\.$/);
  }
});

test('a key of the owner is known, and is required where it has no default', () => {
  const mood = z.enum(['calm', 'angry']).optional();
  const schemas = frontMatterSchemas({ posts: { mood, rating: z.number() } });
  const path = '.vscode/front-matter/posts.schema.json';
  const { properties, required } = JSON.parse(schemas[path]!) as JsonSchema;
  expect(properties).toMatchObject({ mood: { enum: ['calm', 'angry'] } });
  expect(required).toEqual(['title', 'date', 'rating']);
});
