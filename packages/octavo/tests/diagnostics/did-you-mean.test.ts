import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/diagnostics/did-you-mean.ts';

const KEYS = ['title', 'date', 'updated', 'description', 'tags', 'authors', 'draft', 'toc'];

describe('the nearest word', () => {
  test.each([
    ['with another letter', 'ditle', 'title'],
    ['with a letter missing', 'titl', 'title'],
    ['with a letter too many', 'tittle', 'title'],
    ['with two letters swapped', 'tilte', 'title'],
    ['in other case', 'Draft', 'draft'],
    ['in capitals', 'TITLE', 'title'],
    ['in singular', 'tag', 'tags'],
    ['in plural', 'dates', 'date'],
    ['with two mistakes in a long one', 'desciptoin', 'description'],
    ['with three letters less', 'descript', 'description'],
    ['in another language', 'autor', 'authors'],
    ['that is short, with a mistake', 'tocs', 'toc'],
  ])('is found for one %s: %s', (_, word, expected) => {
    expect(nearest(word, KEYS)).toBe(expected);
  });

  test.each(['categories', 'zzz', 'lastmod', 'x'])('is none for %s', (word) => {
    expect(nearest(word, KEYS)).toBeUndefined();
  });

  test.each([
    ['one, in five letters', 'abcde', 'abcxe', 'abcxe'],
    ['two, in six letters', 'abcdef', 'abxyef', 'abxyef'],
    ['two, in five letters', 'abcde', 'abxye', 'abxye'],
    ['two, in four letters', 'abcd', 'abxy', undefined],
    ['three, in eight letters', 'abcdefgh', 'abxyzfgh', 'abxyzfgh'],
    ['three, in six letters', 'abcdef', 'abxyzf', undefined],
    ['a swap and no other, in two letters', 'ab', 'ba', 'ba'],
    ['half a swap, in two letters', 'ab', 'xa', undefined],
    ['capitals alone', 'toc', 'TOC', 'TOC'],
  ])('may differ in less than half of its letters: %s', (_, word, candidate, expected) => {
    expect(nearest(word, [candidate])).toBe(expected);
  });

  test('is the nearer of two', () => {
    expect(nearest('update', ['date', 'updated'])).toBe('updated');
    expect(nearest('update', ['updated', 'date'])).toBe('updated');
  });

  test('is the first of two at the same distance', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });

  test('is undefined without candidates', () => {
    expect(nearest('title', [])).toBeUndefined();
  });
});

test('a suggestion is a question, or empty', () => {
  expect(didYouMean('ditle', KEYS)).toBe('; did you mean title?');
  expect(didYouMean('zzz', KEYS)).toBe('');
});
