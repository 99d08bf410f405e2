import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validate, type SchemaError } from '../../src/diagnostics/schema-errors.ts';

const schema = z.strictObject({
  title: z.string().trim().min(1),
  tags: z.array(z.string()).default([]),
  draft: z.boolean().default(false),
  size: z.int().min(1).max(5).default(1),
  order: z.enum(['newest', 'oldest']).default('newest'),
  profiles: z.array(z.strictObject({ url: z.string() })).default([]),
  cover: z
    .strictObject({ image: z.string(), alt: z.string().min(1), caption: z.string().optional() })
    .optional(),
  slug: z
    .string()
    .refine((value) => !value.includes('/'), { error: 'must be one part' })
    .optional(),
});

/** Returns the errors of invalid front matter. */
function errors(input: unknown): SchemaError[] {
  return validate(schema, input).errors;
}

function messages(input: unknown): string[] {
  return errors(input).map(({ message }) => message);
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
      'a mistyped false',
      { title: 'T', draft: 'flase' },
      'draft: must be true or false, not "flase"; did you mean false?',
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
    [
      'no choice of several',
      { title: 'T', order: 'new' },
      'order: must be newest or oldest, not "new"',
    ],
    [
      'a mistyped key in a list of objects',
      { title: 'T', profiles: [{ url: 'x' }, { url: 'y', ulr: 'z' }] },
      'unknown key profiles[1].ulr; did you mean url?',
    ],
    ['a broken rule', { title: 'T', slug: 'a/b' }, 'slug: must be one part'],
    ['a mistyped key', { title: 'T', tgas: [] }, 'unknown key tgas; did you mean tags?'],
    ['a key unlike any other', { title: 'T', layout: 'x' }, 'unknown key layout'],
  ])('for %s: %j', (_, input, message) => {
    expect(messages(input)).toEqual([message]);
  });

  test('for a choice that is missing, and one with a message of its own', () => {
    const choices = z.object({
      mood: z.enum(['calm', 'angry']),
      size: z.enum(['s', 'm'], 'must be a size'),
    });
    expect(validate(choices, { size: 'x' }).errors.map(({ message }) => message)).toEqual([
      'mood: missing',
      'size: must be a size',
    ]);
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

describe('the fix of an error', () => {
  test.each([
    ['quotes for a number', { title: 2024 }, { value: '"2024"' }],
    ['quotes for a boolean', { title: true }, { value: '"true"' }],
    ['quotes in a list', { title: 'T', tags: [5] }, { value: '"5"' }],
    ['a list of one', { title: 'T', tags: 'Größe_2 a.b/c-d' }, { value: '[Größe_2 a.b/c-d]' }],
    ['the only key within one edit', { title: 'T', Drafft: true }, { key: 'draft' }],
    ['a key in another case', { title: 'T', TAGS: [] }, { key: 'tags' }],
    [
      'a key in an object',
      { title: 'T', cover: { image: '', alt: 'y', captoin: '' } },
      { key: 'caption' },
    ],
  ])('is %s', (_, input, fix) => {
    expect(errors(input)).toMatchObject([{ fix }]);
  });

  test.each([
    ['a missing value', {}],
    ['an object for a string', { title: {} }],
    ['a string for a number', { title: 'T', size: '3' }],
    ['a number for a list', { title: 'T', tags: 5 }],
    ['a number for a boolean', { title: 'T', draft: 1 }],
    ['a comma, which may separate items', { title: 'T', tags: 'a, b' }],
    ['what is no word in YAML', { title: 'T', tags: '*a' }],
    ['what ends the list', { title: 'T', tags: 'a]' }],
    ['an empty string', { title: '' }],
    ['a key two edits away', { title: 'T', drrafft: true }],
    ['a key whose correct name is there too', { title: 'T', tag: ['a'], tags: ['b'] }],
  ])('is unknown for %s', (_, input) => {
    const found = errors(input);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toHaveProperty('fix');
  });

  test('is unknown for a key beside two others', () => {
    const input = { dat: 1 };
    const pair = z.strictObject({ date: z.number().optional(), data: z.number().optional() });
    expect(validate(pair, input).errors[0]).not.toHaveProperty('fix');
  });
});
