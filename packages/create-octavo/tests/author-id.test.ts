import { slugify } from 'octavo/internal/addresses/slug';
import { expect, test } from 'vitest';
import { authorId } from '../src/author-id.ts';

test.each([
  ['Jane Doe', 'jane-doe'],
  ['J. R. Doe', 'j-r-doe'],
  ["Seán O'Brien", 'seán-o-brien'],
  ['Ju\u0308rgen', 'jürgen'],
  ['編集部 東京', '編集部-東京'],
  ['../../etc/passwd', 'etc-passwd'],
  ['.hidden', 'hidden'],
  ['C#', 'c'],
  ['!!!', 'author'],
])('the id of %j is %s, which is a slug', (name, id) => {
  expect(authorId(name)).toBe(id);
  expect(slugify(id)).toBe(id);
});
