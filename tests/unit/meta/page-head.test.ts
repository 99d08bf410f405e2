import { describe, expect, test } from 'vitest';
import { pageHead, type PageFacts } from '../../../src/meta/page-head.ts';
import { settings } from '../helpers.ts';

const site = settings({ title: 'Notes', url: 'https://example.com/blog/' });
const head = (facts: Partial<PageFacts>) =>
  pageHead({ title: 'Hello', description: 'A post.', path: '/posts/hello/', ...facts }, site);
const description = (text: string) => head({ description: text }).description;

describe('the title of a page', () => {
  test.each([
    ['Hello', 'Hello – Notes'],
    ['Notes', 'Notes'],
    ['Notes on notes', 'Notes on notes – Notes'],
  ])('%s is %s', (title, expected) => {
    expect(head({ title }).title).toBe(expected);
  });
});

describe('the description of a page', () => {
  test.each([
    ['a short one', 'A post.'],
    ['one of 160 characters', 'a'.repeat(160)],
    ['one of 160 characters in words', `${'word '.repeat(31)}words`],
    ['none', ''],
  ])('stays as it is: %s', (_, text) => {
    expect(description(text)).toBe(text);
  });

  test.each([
    ['at the end of a word', 'word '.repeat(40), `${'word '.repeat(30)}word…`],
    ['before its comma', 'word, '.repeat(40), `${'word, '.repeat(25)}word…`],
    ['at the last word that fits', `${'a'.repeat(158)} b c`, `${'a'.repeat(158)}…`],
    ['within a word that fills it', 'a'.repeat(161), `${'a'.repeat(159)}…`],
    ['within Japanese', '語'.repeat(200), `${'語'.repeat(159)}…`],
  ])('is cut %s', (_, text, expected) => {
    expect(description(text)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(160);
  });

  test('is not cut at a space far from its end', () => {
    expect(description(`Octavo ${'語'.repeat(200)}`).length).toBeGreaterThan(100);
  });

  test.each(['𠮷'.repeat(100), '👍'.repeat(100)])('is cut between characters: %s', (text) => {
    expect(description(text).isWellFormed()).toBe(true);
  });
});

describe('the canonical address of a page', () => {
  test('is its own, whole and under the base path', () => {
    expect(head({ path: '/posts/größe/' }).canonical).toBe(
      'https://example.com/blog/posts/gr%C3%B6%C3%9Fe/',
    );
  });

  test('is that of its first publication', () => {
    expect(head({ canonical: 'https://example.org/first/' }).canonical).toBe(
      'https://example.org/first/',
    );
  });

  test('is absent where search engines are kept out', () => {
    expect(head({ noindex: true })).toMatchObject({ noindex: true, canonical: undefined });
    expect(head({ noindex: true, canonical: 'https://example.org/' }).canonical).toBeUndefined();
  });
});

test.each([
  [undefined, false],
  [false, false],
  [true, true],
])('search engines are kept out only on demand: %s', (noindex, expected) => {
  expect(head({ noindex }).noindex).toBe(expected);
});
