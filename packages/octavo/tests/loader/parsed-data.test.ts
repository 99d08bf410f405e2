import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { parsedData } from '../../src/loader/parsed-data.ts';
import { post } from '../../../../tests/posts.ts';
import { found } from '../helpers.ts';

const PATH = 'src/content/posts/a.md';

/** Parses a post by a schema that refuses it with this error. */
function parsed(name: string, message: string) {
  const source = post({ title: 'A', tags: ['b'], cover: { alt: '' } });
  const file = { id: 'a', path: PATH, frontMatter: readFrontMatter(PATH, source), data: {} };
  return parsedData(file, `/blog/${PATH}`, () =>
    Promise.reject(Object.assign(new Error(message), { name })),
  );
}

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
