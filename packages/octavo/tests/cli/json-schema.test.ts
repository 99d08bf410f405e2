import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frontMatterSchemas } from '../../src/cli/json-schema.ts';
import { projectRoot } from '../../src/settings/project-root.ts';

interface JsonSchema {
  required: string[];
  additionalProperties: boolean;
  properties: Record<string, { type?: string; description?: string }>;
}

const [pages, posts] = ['pages', 'posts'].map(
  (name) =>
    JSON.parse(frontMatterSchemas()[`.vscode/front-matter/${name}.schema.json`]!) as JsonSchema,
);

test.each(Object.entries(frontMatterSchemas()))(
  '%s is up to date; npm run schemas writes it',
  (path, schema) => {
    expect(readFileSync(projectRoot + path, 'utf8')).toBe(schema);
  },
);

test('a post must have a title and a date, a page a title', () => {
  expect(posts?.required).toEqual(['title', 'date']);
  expect(pages?.required).toEqual(['title']);
});

test('no other key is known, and each that is has a type and says what it is', () => {
  expect(posts?.additionalProperties).toBe(false);
  for (const [key, { type, description }] of Object.entries(posts!.properties)) {
    expect(type, key).toMatch(/^(?:string|array|object|boolean)$/);
    expect(description, key).toMatch(/^\S.*\.$/);
  }
});
