import { defineMdastPlugin } from 'satteri';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { extensionErrors } from '../../src/content/check-extensions.ts';
import { NO_EXTENSIONS } from '../../src/settings/context.ts';

/** Returns what is wrong with exports of src/site.config.ts. */
function errors(exported: Record<string, unknown>): string[] {
  return extensionErrors({ ...NO_EXTENSIONS, ...exported }).map(({ message }) => message);
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
    [{ frontMatter: { post: {} } }, 'frontMatter: unknown collection post; did you mean posts?'],
    [
      { frontMatter: { posts: { mood: 'text' } } },
      'frontMatter.posts.mood: must be a zod 4 schema, like z.string().optional(); import z from octavo/config',
    ],
    [{ frontMatter: { posts: 'mood' } }, 'frontMatter.posts: must be an object of zod schemas'],
    [
      { frontMatter: 'mood' },
      'frontMatter: must be an object, like { posts: { mood: z.string() } }',
    ],
    [{ mdastPlugins: { name: 'a' } }, 'mdastPlugins: must be a list of plugins'],
    [
      { hastPlugins: [{ element: () => undefined }] },
      'hastPlugins[0]: must be a plugin with a name; defineMdastPlugin and defineHastPlugin check its type',
    ],
  ])('must not be %j', (exported, error) => {
    expect(errors(exported)).toEqual([error]);
  });
});
