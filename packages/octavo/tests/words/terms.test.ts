import { describe, expect, test } from 'vitest';
import { packTerms, termsOf, unpackTerms } from '../../src/words/terms.ts';

describe('the terms of a text', () => {
  test.each([
    ['Proxies, proxies and a PROXY.', { proxies: 2, and: 1, proxy: 1 }],
    ['GOMAXPROCS=4 sets GOMAXPROCS', { gomaxprocs: 2, sets: 1 }],
    ['In 2024 it is v1.2 of x_max', { x_max: 1 }],
    ['Größe gro\u0308\u00dfe', { größe: 2 }],
    ['ภาษาไทยและภาษาลาว', { ภาษา: 2, ไทย: 1, และ: 1, ลาว: 1 }],
    ['日本語。 text', { 日本: 1, 本語: 1, text: 1 }],
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

  test('stand by frequency, and those that are as frequent as in the text', () => {
    expect(termsOf('one two 42 _ two one three ab two four')).toEqual([
      ['two', 3],
      ['one', 2],
      ['three', 1],
      ['four', 1],
    ]);
  });

  test('are pairs of characters in Chinese, Japanese and Korean', () => {
    const cjk = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u;
    for (let code = 0; code < 0xd800; code++) {
      const pair = String.fromCharCode(code).normalize('NFKC').toLowerCase().repeat(2);
      if (!cjk.test(pair) || /[^\p{L}]/u.test(pair) || pair.length !== 2) continue;
      if (termsOf(`a ${pair}`)[0]?.[0] !== pair) expect.fail(`${pair} is no term`);
    }
  });
});

test.each(['', 'one two two', 'one '.repeat(12), 'C++ 3.14 _x_ größe 日本語'])(
  'the terms of "%s" come back from the text that they are kept as',
  (text) => {
    const terms = termsOf(text);
    expect(unpackTerms(packTerms(terms))).toEqual(terms);
  },
);
