import { expect, test } from 'vitest';
import { packTerm, packWords, unpackTerm, unpackWords } from '../../src/search/index-files.ts';

test.each([
  ['caching', 'cach', 'caching 4 AD2I3'],
  ['city', 'citi', 'city citi AD2I3'],
  ['go', 'go', 'go AD2I3'],
])('a term is written in a line: %s, %s: %s', (term, stem, packed) => {
  const weights = new Map([
    [0, 1],
    [2, 2 ** 0.75],
    [5, 4],
  ]);
  expect(packTerm({ term, stem, weights })).toBe(packed);
  expect(unpackTerm(packed)).toEqual({ term, stem, weights });
});

test('words are written without what they share with the one before', () => {
  const words = ['cube', 'cubes', 'kubectl', 'kubernetes', 'kubernetes-ingress', 'zig'];
  expect(packWords(words)).toBe('0cube4s0kubectl4rnetes9s-ingress0zig');
  expect(unpackWords(packWords(words))).toEqual(words);
});
