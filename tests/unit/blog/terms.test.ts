import { describe, expect, test } from 'vitest';
import { packTerms, termsOf, unpackTerms } from '../../../src/blog/terms.ts';

describe('the terms of a text', () => {
  test.each([
    ['Proxies, proxies and a PROXY.', { proxies: 2, and: 1, proxy: 1 }],
    ['GOMAXPROCS=4 sets GOMAXPROCS', { gomaxprocs: 2, sets: 1 }],
    ['In 2024 it is v1.2 of x_max', { x_max: 1 }],
    ['Größe gro\u0308\u00dfe', { größe: 2 }],
    ['日本語 text', { 日本: 1, 本語: 1, text: 1 }],
    ['ﬁle file', { file: 2 }],
    ['constructor toString', { constructor: 1, tostring: 1 }],
    ['', {}],
  ])('“%s”', (text, expected) => {
    expect(termsOf(text)).toEqual(Object.entries(expected));
  });

  test('are the hundred most frequent', () => {
    const rare = Array.from({ length: 200 }, (_, index) => `rare${index}`);
    const terms = termsOf([...rare, 'often', 'often'].join(' '));
    expect(terms).toHaveLength(100);
    expect(terms[0]).toEqual(['often', 2]);
  });
});

test.each(['', 'one two two', 'C++ 3.14 _x_ größe 日本語'])(
  'the terms of "%s" come back from the text that they are kept as',
  (text) => {
    const terms = termsOf(text);
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  },
);
