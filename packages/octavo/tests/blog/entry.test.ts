import { expect, test } from 'vitest';
import { entryOf } from '../../src/blog/entry.ts';
import { entries } from '../helpers.ts';

const { text } = entries({ 'posts/a.md': {} }).posts[0]!;
const stored = { id: 'a', data: {}, filePath: 'src/content/posts/a.md', digest: 'x' };

test('an entry has the metadata of its body from the cache', () => {
  const entry = entryOf(stored, new Map([['x', text]]));
  expect(entry).toEqual({ id: 'a', path: stored.filePath, data: {}, digest: 'x', text });
});
