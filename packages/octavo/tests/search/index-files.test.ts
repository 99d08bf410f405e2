import { expect, test } from 'vitest';
import { packTerm, unpackTerm } from '../../src/search/index-files.ts';

test.each([
  ['caching', 'cach', 4],
  ['city', 'citi', 'citi'],
  ['go', 'go', 2],
])('a term is written with its stem and its entries: %s', (term, stem, packed) => {
  const weights = new Map([
    [0, 1],
    [2, 40],
    [5, 7],
  ]);
  expect(packTerm({ term, stem }, [...weights.keys()], [...weights.values()])).toEqual([
    term,
    packed,
    0,
    1,
    2,
    40,
    3,
    7,
  ]);
  expect(unpackTerm([term, packed, 0, 1, 2, 40, 3, 7])).toEqual({ term, stem, weights });
});
