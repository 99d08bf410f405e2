import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { explainIssue } from '../../src/diagnostics/zod-messages.ts';

const schema = z.strictObject({
  title: z.string().trim().min(1),
  tags: z.array(z.string()).default([]),
  draft: z.boolean().default(false),
  size: z.int().min(1).max(5).default(1),
  cover: z
    .strictObject({ image: z.string(), alt: z.string().min(1), caption: z.string().optional() })
    .optional(),
  slug: z
    .string()
    .refine((value) => !value.includes('/'), { error: 'must be one part' })
    .optional(),
});

/** Returns what is said of front matter that is wrong, as lines. */
function explain(input: unknown): string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues
    .flatMap((issue) => explainIssue(issue, { input, schema }))
    .map(({ subject, message }) => `${subject}: ${message}`);
}

describe('a mistake is told in words of the author', () => {
  test.each([
    ['nothing for text', {}, 'title: is missing; it must be text'],
    ['an empty line', { title: null }, 'title: is empty; give it a value, or take the line out'],
    ['an empty text', { title: '' }, 'title: is empty; give it a value'],
    ['white space', { title: ' ' }, 'title: is empty; give it a value'],
    ['a number for text', { title: 2024 }, 'title: must be text; put it in quotes: "2024"'],
    ['true for text', { title: true }, 'title: must be text; put it in quotes: "true"'],
    ['a list for text', { title: ['a'] }, 'title: must be text, is a list'],
    ['a group for text', { title: { a: 1 } }, 'title: must be text, is a group of keys'],
    ['text for a list', { title: 'T', tags: 'go, web' }, 'tags: must be a list: [go, web]'],
    ['a number for a list', { title: 'T', tags: 5 }, 'tags: must be a list, is 5'],
    [
      'a number in a list',
      { title: 'T', tags: ['go', 2024] },
      'tags[1]: must be text; put it in quotes: "2024"',
    ],
    [
      'an empty line in a list',
      { title: 'T', tags: [null] },
      'tags[0]: is empty; give it a value, or take the line out',
    ],
    ['text for yes or no', { title: 'T', draft: 'yes' }, 'draft: must be true or false, is "yes"'],
    [
      'yes or no typed wrong',
      { title: 'T', draft: 'ture' },
      'draft: must be true or false, is "ture"; did you mean true?',
    ],
    [
      'what only looks like yes or no',
      { title: 'T', size: 'fals' },
      'size: must be a number, is "fals"',
    ],
    ['text for a number', { title: 'T', size: '3' }, 'size: must be a number, is "3"'],
    ['too small a number', { title: 'T', size: 0 }, 'size: must be 1 or more, is 0'],
    [
      'text for a group',
      { title: 'T', cover: 'x.png' },
      'cover: must be a group of keys, is "x.png"',
    ],
    [
      'a key missing in a group',
      { title: 'T', cover: { image: 'x' } },
      'cover.alt: is missing; it must be text',
    ],
    ['a broken rule', { title: 'T', slug: 'a/b' }, 'slug: must be one part'],
    [
      'a key typed wrong',
      { title: 'T', tgas: [] },
      'tgas: is not a key that is known; did you mean tags?',
    ],
    ['a key like no other', { title: 'T', layout: 'x' }, 'layout: is not a key that is known'],
  ])('for %s: %j', (_, input, message) => {
    expect(explain(input)).toEqual([message]);
  });

  test('each, where there are several', () => {
    expect(explain({ ditle: 'T', drafft: true, tags: 'go' })).toEqual([
      'title: is missing; it must be text',
      'tags: must be a list: [go]',
      'ditle: is not a key that is known; did you mean title?',
      'drafft: is not a key that is known; did you mean draft?',
    ]);
  });

  test('with the keys that lead to it', () => {
    const input = { title: 'T', cover: { image: 'x', alt: 5 } };
    const [issue] = schema.safeParse(input).error?.issues ?? [];
    expect(explainIssue(issue!, { input, schema })[0]?.path).toEqual(['cover', 'alt']);
  });

  test('with the nearest key in a group', () => {
    expect(explain({ title: 'T', cover: { image: 'x', alt: 'y', captoin: 'z' } })).toEqual([
      'cover.captoin: is not a key that is known; did you mean caption?',
    ]);
  });
});
