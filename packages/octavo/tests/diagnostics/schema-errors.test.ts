import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from '../../src/diagnostics/schema-errors.ts';

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

/** Returns the messages for invalid front matter. */
function messages(input: unknown): string[] {
  return validate(schema, input).errors.map(({ message }) => message);
}

describe('an error of a schema has a message for authors', () => {
  test.each([
    ['nothing for text', {}, 'title: missing; must be a string'],
    ['an empty line', { title: null }, 'title: empty; set a value or remove the line'],
    ['an empty text', { title: '' }, 'title: empty; set a value'],
    ['white space', { title: ' ' }, 'title: empty; set a value'],
    ['a number for text', { title: 2024 }, 'title: must be a string; put it in quotes: "2024"'],
    ['true for text', { title: true }, 'title: must be a string; put it in quotes: "true"'],
    ['a list for text', { title: ['a'] }, 'title: must be a string, not a list'],
    ['a group for text', { title: { a: 1 } }, 'title: must be a string, not an object'],
    ['text for a list', { title: 'T', tags: 'go, web' }, 'tags: must be a list: [go, web]'],
    ['a number for a list', { title: 'T', tags: 5 }, 'tags: must be a list, not 5'],
    [
      'a number in a list',
      { title: 'T', tags: ['go', 2024] },
      'tags[1]: must be a string; put it in quotes: "2024"',
    ],
    [
      'an empty line in a list',
      { title: 'T', tags: [null] },
      'tags[0]: empty; set a value or remove the line',
    ],
    ['text for yes or no', { title: 'T', draft: 'yes' }, 'draft: must be true or false, not "yes"'],
    [
      'a mistyped boolean',
      { title: 'T', draft: 'ture' },
      'draft: must be true or false, not "ture"; did you mean true?',
    ],
    [
      'a string that looks like a boolean',
      { title: 'T', size: 'fals' },
      'size: must be a number, not "fals"',
    ],
    ['text for a number', { title: 'T', size: '3' }, 'size: must be a number, not "3"'],
    ['too small a number', { title: 'T', size: 0 }, 'size: must be 1 or more, not 0'],
    ['text for a group', { title: 'T', cover: 'x.png' }, 'cover: must be an object, not "x.png"'],
    [
      'a key missing in a group',
      { title: 'T', cover: { image: 'x' } },
      'cover.alt: missing; must be a string',
    ],
    ['a broken rule', { title: 'T', slug: 'a/b' }, 'slug: must be one part'],
    ['a mistyped key', { title: 'T', tgas: [] }, 'unknown key tgas; did you mean tags?'],
    ['a key unlike any other', { title: 'T', layout: 'x' }, 'unknown key layout'],
  ])('for %s: %j', (_, input, message) => {
    expect(messages(input)).toEqual([message]);
  });

  test('for each of several', () => {
    expect(messages({ ditle: 'T', drafft: true, tags: 'go' })).toEqual([
      'title: missing; must be a string',
      'tags: must be a list: [go]',
      'unknown key ditle; did you mean title?',
      'unknown key drafft; did you mean draft?',
    ]);
  });

  test('with the path of its key', () => {
    const input = { title: 'T', cover: { image: 'x', alt: 5 } };
    expect(validate(schema, input).errors[0]?.path).toEqual(['cover', 'alt']);
  });

  test('with the nearest key in an object', () => {
    expect(messages({ title: 'T', cover: { image: 'x', alt: 'y', captoin: 'z' } })).toEqual([
      'unknown key cover.captoin; did you mean caption?',
    ]);
  });
});
