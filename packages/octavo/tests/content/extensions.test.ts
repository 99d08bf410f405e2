import { defineMdastPlugin } from 'satteri';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { extensionsSchema } from '../../src/content/extensions.ts';
import { validate } from '../../src/diagnostics/schema-errors.ts';

/** Returns what is wrong with exports of src/site.config.ts. */
function errors(exported: Record<string, unknown>): string[] {
  return validate(extensionsSchema, exported).errors.map(({ message }) => message);
}

describe('the exports of src/site.config.ts', () => {
  test.each<[Record<string, unknown>]>([
    [{}],
    [{ frontMatter: { posts: { mood: z.string().optional() } } }],
    [{ frontMatter: { posts: {}, pages: {}, authors: { pronouns: z.string() } } }],
    [{ mdastPlugins: [defineMdastPlugin({ name: 'a' }), () => null, [null], false] }],
  ])('may be %j', (exported) => {
    expect(errors(exported)).toEqual([]);
  });

  test.each<[Record<string, unknown>, string]>([
    [
      { frontMatter: { posts: { title: z.string() } } },
      'frontMatter.posts.title: already a key of Octavo; choose another name',
    ],
    [
      { frontMatter: { pages: { cover: z.string(), draft: z.boolean() } } },
      'frontMatter.pages.draft: already a key of Octavo; choose another name',
    ],
    [{ frontMatter: { post: {} } }, 'unknown key frontMatter.post; did you mean posts?'],
    [
      { frontMatter: { posts: { mood: 'text' } } },
      'frontMatter.posts.mood: must be a zod 4 schema, like z.string().optional(); import z from octavo/config',
    ],
    [{ frontMatter: { posts: 'mood' } }, 'frontMatter.posts: must be an object, not "mood"'],
    [{ frontMatter: 'mood' }, 'frontMatter: must be an object, not "mood"'],
    [{ frontMatter: null }, 'frontMatter: empty; set a value or remove the line'],
    [{ mdastPlugins: { name: 'a' } }, 'mdastPlugins: must be a list, not an object'],
    [
      { hastPlugins: [{ element: () => undefined }] },
      'hastPlugins[0]: must be a plugin with a name; defineMdastPlugin and defineHastPlugin check its type',
    ],
  ])('must not be %j', (exported, error) => {
    expect(errors(exported)).toEqual([error]);
  });
});
