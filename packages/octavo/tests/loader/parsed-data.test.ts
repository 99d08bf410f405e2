import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { parsedByAstro, parsedBySchema, type OwnSchema } from '../../src/loader/parsed-data.ts';
import { post } from '../../../../tests/posts.ts';
import { found } from '../helpers.ts';

const PATH = 'src/content/posts/a.md';
const KEYS = { title: 'A', tags: ['b'], cover: { alt: '' } };

function fileOf(keys: Record<string, unknown>) {
  return { id: 'a', path: PATH, frontMatter: readFrontMatter(PATH, post(keys)), data: {} };
}

describe('parsed by Astro', () => {
  /** Parses a post by a schema that refuses it with this error. */
  const parsed = (name: string, message: string) =>
    parsedByAstro(() => Promise.reject(Object.assign(new Error(message), { name })))(
      fileOf(KEYS),
      `/blog/${PATH}`,
    );

  test('an error of the schema in src/content.config.ts is a diagnostic for each key', async () => {
    const issues = [
      '**tags.0**: **tags.0**: Too\nshort',
      '**cover.alt**: Empty; write cover.alt: x',
      '****: Unknown',
    ];
    const message = `**posts → a** data does not match collection schema.\n\n  ${issues.join('\n  ')}\n`;
    const { data, errors } = await parsed('InvalidContentEntryDataError', message);
    expect(data).toBeUndefined();
    expect(found(errors)).toEqual([
      '4:8 tags.0: Too short (the schema in src/content.config.ts)',
      '5:9 cover.alt: Empty; write cover.alt: x (the schema in src/content.config.ts)',
      '1:1 front matter: Unknown (the schema in src/content.config.ts)',
    ]);
  });

  test('another error is thrown', async () => {
    await expect(parsed('TypeError', 'x is not a function')).rejects.toThrow('x is not');
  });
});

describe('parsed by a schema', () => {
  const parsed = (schema: OwnSchema | undefined, keys: Record<string, unknown> = KEYS) =>
    parsedBySchema(schema)(fileOf(keys), `/blog/${PATH}`);

  test('the data, and without a schema the values as written', async () => {
    const schema = z.looseObject({ title: z.string().transform((title) => `${title}!`) });
    expect((await parsed(schema)).data).toMatchObject({ ...KEYS, title: 'A!' });
    expect((await parsed(undefined)).data).toMatchObject(KEYS);
  });

  test('a diagnostic for each key, and of the whole', async () => {
    const schema = z
      .looseObject({ tags: z.array(z.string().min(2, 'too short')), mood: z.string() })
      .refine(() => false, { error: 'needs a reason', when: () => true });
    expect(found((await parsed(schema)).errors)).toEqual([
      '4:8 tags[0]: empty; set a value (the schema in src/content.config.ts)',
      '1:1 mood: missing; must be a string (the schema in src/content.config.ts)',
      '1:1 needs a reason (the schema in src/content.config.ts)',
    ]);
  });

  test('what it throws', async () => {
    const schema = z.looseObject({}).refine(() => {
      throw new Error('no');
    });
    expect(found((await parsed(schema)).errors)).toEqual([
      expect.stringContaining('unexpected error: no'),
    ]);
  });

  test('pictures in other keys than those of the schema are left to Vite', async () => {
    const keys = { title: 'A', cover: { image: './a.png' } };
    const ofCover: OwnSchema = ({ image }) =>
      z.looseObject({ cover: z.object({ image: image() }) });
    expect((await parsed(ofCover, keys)).errors).toEqual([]);
    await expect(parsed(z.looseObject({}), keys)).rejects.toThrow('pictures in keys of the owner');
  });
});
