import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { collectionSchemas } from '../../src/content/schema.ts';
import { frontMatterSchemas } from '../../src/cli/json-schema.ts';
import { newContent } from '../../src/cli/new-content.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, found, library, settings } from '../helpers.ts';

vi.mock('#site-config', async (original) => ({
  ...(await original<object>()),
  frontMatter: {
    posts: { mood: z.enum(['calm', 'angry']).optional(), rating: z.number() },
    pages: { icon: z.string().default('none') },
  },
}));

const diagnostics = (files: Record<string, string>) => found(library(files).diagnostics);

describe('a front matter key of the owner', () => {
  test('is accepted, and has the value that its schema gives', () => {
    const { posts, pages, diagnostics } = library({
      'posts/a.md': post({ mood: 'calm', rating: 5 }),
      'pages/b.md': '---\ntitle: B\n---\n',
    });
    expect(diagnostics).toEqual([]);
    expect(posts[0]!.data).toMatchObject({ mood: 'calm', rating: 5, draft: false });
    expect(pages[0]!.data).toMatchObject({ icon: 'none' });
  });

  test.each([
    [{ mood: 'sad', rating: 5 }, '4:1 mood: must be calm or angry, is "sad"'],
    [{ rating: 'five' }, '4:1 rating: must be a number, is "five"'],
    [{}, '1:1 rating: is missing; it must be a number'],
    [{ rating: 5, modd: 'calm' }, '5:1 modd: is not a key that is known; did you mean mood?'],
  ])('is checked where it stands: %j', (keys, message) => {
    expect(diagnostics({ 'posts/a.md': post(keys) })).toEqual([message]);
  });

  test('of another collection is unknown', () => {
    expect(diagnostics({ 'pages/b.md': '---\ntitle: B\nmood: calm\n---\n' })).toEqual([
      expect.stringContaining('3:1 mood: is not a key that is known'),
    ]);
  });

  test('is in the schemas for editors', () => {
    const schema = JSON.parse(frontMatterSchemas()['.vscode/front-matter/posts.schema.json']!) as {
      properties: object;
      required: string[];
    };
    expect(schema.properties).toMatchObject({ mood: { enum: ['calm', 'angry'] } });
    expect(schema.required).toEqual(['title', 'date', 'rating']);
  });

  test('that is required is in a new post, for its author to fill in', () => {
    const wish = { title: 'A', day: '2024-01-01', page: false, mdx: false, bundle: false };
    const { source } = newContent(
      { ...wish, series: undefined, tags: [] },
      library(AUTHOR),
      settings(),
      { posts: { mood: z.string().optional(), rating: z.number() } },
    );
    expect(source).toBe('---\ntitle: A\ndate: 2024-01-01\ndraft: true\nrating:\n---\n\n');
  });

  test('leaves the schemas strict', () => {
    const { posts } = collectionSchemas(
      { timeZone: 'UTC', image: z.string() },
      { posts: { mood: z.string() } },
    );
    const { error } = posts.safeParse({ title: 'A', date: '2024-01-01', mood: 'a', other: 1 });
    expect(error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
  });
});
