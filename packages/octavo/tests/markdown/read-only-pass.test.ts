import { defineMdastPlugin } from 'satteri';
import { expect, test } from 'vitest';
import { lookThrough } from '../../src/markdown/read-only-pass.ts';
import { markdownFeatures } from '../../src/markdown/render.ts';

const features = markdownFeatures({ language: 'en' });

/** Returns the types of nodes that two plugins see, in order. */
function seen(text: string, format: 'md' | 'mdx'): string[] {
  const types: string[] = [];
  const plugins = ['first', 'second'].map((name) =>
    defineMdastPlugin({
      name,
      link: ({ url }) => void types.push(`${name} ${url}`),
      after: () => void types.push(`${name} ends`),
    }),
  );
  lookThrough(text, format, features, plugins);
  return types;
}

test.each(['md', 'mdx'] as const)('every plugin sees the whole of a text, in %s', (format) => {
  const ends = (name: string) => [`${name} ./a.md`, `${name} ./b.md`, `${name} ends`];
  expect(seen('[a](./a.md)\n\n- [b](./b.md)\n', format)).toEqual([
    ...ends('first'),
    ...ends('second'),
  ]);
});

test('what a plugin throws is thrown', () => {
  const plugin = defineMdastPlugin({
    name: 'broken',
    before() {
      throw new Error('broken');
    },
  });
  expect(() => lookThrough('a', 'md', features, [plugin])).toThrow('broken');
});

test('of MDX that does not parse nothing is seen', () => {
  expect(seen('[a](./a.md)\n\n<Note>', 'mdx')).toEqual([]);
});
