import { expect, test } from 'vitest';
import { entryOf } from '../../src/blog/entry.ts';
import { entries } from '../helpers.ts';

const { text } = entries({ 'posts/a.md': {} }).posts[0]!;
const stored = { id: 'a', data: {}, filePath: 'src/content/posts/a.md', digest: 'x' };

test('an entry has the metadata of its body from the store', () => {
  const entry = entryOf({ ...stored, rendered: { metadata: text } }, new Map());
  expect(entry).toEqual({ id: 'a', path: stored.filePath, data: {}, digest: 'x', text });
});

test('an entry has the metadata from the cache where the store has none', () => {
  const texts = new Map([['x', { ...text, terms: 'one 1' }]]);
  expect(entryOf({ ...stored, rendered: {} }, texts).text.terms).toBe('one 1');
});
