import { describe, expect, test } from 'vitest';
import { shortened } from '../../src/words/shorten.ts';

describe('a shortened text', () => {
  test.each([
    ['a short one', 'A post.'],
    ['one of 160 characters', 'a'.repeat(160)],
    ['one of 160 characters in words', `${'word '.repeat(31)}words`],
    ['one of 160 characters outside of the first plane', '𠮷'.repeat(160)],
    ['none', ''],
  ])('stays as it is: %s', (_, text) => {
    expect(shortened(text)).toBe(text);
  });

  test.each([
    ['at the end of a word', 'word '.repeat(40), `${'word '.repeat(31)}word…`],
    ['before its comma', 'word, '.repeat(40), `${'word, '.repeat(25)}word…`],
    ['at the last word that fits', `${'a'.repeat(158)} b c`, `${'a'.repeat(158)}…`],
    [
      'after a word that just fits',
      `${'a'.repeat(150)} bbbbbbbb c`,
      `${'a'.repeat(150)} bbbbbbbb…`,
    ],
    ['before 40 letters of a word', `${'a'.repeat(118)} ${'b'.repeat(60)}`, `${'a'.repeat(118)}…`],
    [
      'within a word with more letters',
      `${'a'.repeat(117)} ${'b'.repeat(60)}`,
      `${'a'.repeat(117)} ${'b'.repeat(41)}…`,
    ],
    ['before a dot between spaces', `${'a'.repeat(150)} · ${'b'.repeat(9)}`, `${'a'.repeat(150)}…`],
    ['within a word that fills it', 'a'.repeat(161), `${'a'.repeat(159)}…`],
    ['within Japanese', '語'.repeat(200), `${'語'.repeat(159)}…`],
  ])('ends %s', (_, text, expected) => {
    expect(shortened(text)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(160);
  });

  test('is on one line, without white space around it', () => {
    expect(shortened(' a\n  b\tc ')).toBe('a b c');
    expect(shortened(`${'a'.repeat(80)}${' '.repeat(100)}b`)).toBe(`${'a'.repeat(80)} b`);
  });

  test('does not end at a space far from its end', () => {
    expect(shortened(`Octavo ${'語'.repeat(200)}`).length).toBeGreaterThan(100);
  });

  test.each(['𠮷'.repeat(100), '👍'.repeat(100)])('ends between characters: %s', (text) => {
    expect(shortened(text).isWellFormed()).toBe(true);
  });
});
